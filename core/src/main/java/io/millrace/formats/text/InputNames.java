package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The names in front of an input, matched with the columns wanted. Immutable.
 *
 * @param columns column of each name, -1 for names that the table does not have
 * @param missing columns that no name means
 */
public record InputNames(int[] columns, int[] missing) {
    public static InputNames of(List<String> names, Header header, FormatContext context) {
        int[] found = new int[names.size()];
        boolean[] seen = new boolean[header.width()];
        for (int i = 0; i < found.length; i++) {
            OptionalInt index = header.find(names.get(i));
            if (index.isEmpty() && !context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS)) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Unknown field found in the header: '" + names.get(i) + "' at position " + i
                                + "\nSet the 'input_format_skip_unknown_fields' parameter explicitly to ignore and proceed");
            }
            found[i] = index.orElse(-1);
            if (index.isPresent()) {
                if (seen[found[i]]) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "Duplicate field found while parsing the header: " + names.get(i));
                }
                seen[found[i]] = true;
            }
        }
        return new InputNames(found, missing(found, header.width()));
    }

    /** Columns that are not among {@code columns}. */
    public static int[] missing(int[] columns, int width) {
        return IntStream.range(0, width)
                .filter(i -> IntStream.of(columns).noneMatch(c -> c == i))
                .toArray();
    }
}
