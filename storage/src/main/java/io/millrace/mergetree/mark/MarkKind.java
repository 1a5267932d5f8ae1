package io.millrace.mergetree.mark;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.Optional;

/**
 * The kind of mark files a part has, which its file names tell: {@code .mrk}, {@code .mrk2} (Wide), {@code .mrk3}, {@code .mrk4} (Compact), with a
 * {@code c} before {@code mrk} when they are compressed.
 *
 * @param compressed whether the file is a sequence of compressed blocks
 * @param version the digit; 1 for plain {@code .mrk}, which has no row counts
 */
public record MarkKind(boolean compressed, int version) {
    /** What new Wide parts get. */
    public static final MarkKind WIDE = new MarkKind(true, 2);

    /** What new Compact parts get. */
    public static final MarkKind COMPACT = new MarkKind(true, 4);

    /** Whether entries carry the number of rows of their granule. */
    public boolean hasRows() {
        return version > 1;
    }

    public boolean isCompact() {
        return version >= 3;
    }

    /** The file name extension with its dot. */
    public String extension() {
        return (compressed ? ".cmrk" : ".mrk") + (version == 1 ? "" : Integer.toString(version));
    }

    /** The kind that a file name's ending says, if it is a mark file. */
    public static Optional<MarkKind> ofFileName(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        boolean compressed = extension.startsWith("cmrk");
        if (!compressed && !extension.startsWith("mrk")) {
            return Optional.empty();
        }
        String digit = extension.substring(compressed ? 4 : 3);
        return switch (digit) {
            case "" -> Optional.of(new MarkKind(compressed, 1));
            case "2", "3", "4" -> Optional.of(new MarkKind(compressed, digit.charAt(0) - '0'));
            default -> throw new DbException(ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown kind of mark file " + name);
        };
    }
}
