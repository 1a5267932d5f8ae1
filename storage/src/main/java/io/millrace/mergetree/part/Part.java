package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.io.ReadFile;
import io.millrace.base.io.Vfs;
import io.millrace.compression.frame.CompressedFrameReader;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkKind;
import io.millrace.mergetree.mark.Marks;
import io.millrace.mergetree.stream.StreamNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One part of a table: an immutable directory of columns. Threads share it. Marks and the primary index are read when first asked for and kept.
 */
public final class Part {
    private final Vfs files;
    private final Path directory;
    private final PartContent content;
    private final Map<String, Integer> columnIndex = new HashMap<>();
    private final Map<String, Marks> marksByStream = new ConcurrentHashMap<>();
    private volatile Optional<Granularity> granularity = Optional.empty();
    private volatile Optional<List<Column>> primaryIndex = Optional.empty();

    public Part(Vfs files, Path directory, PartContent content) {
        this.files = files;
        this.directory = directory;
        this.content = content;
        for (int i = 0; i < content.columns().size(); i++) {
            columnIndex.put(content.columns().get(i).name(), i);
        }
    }

    /** The same part after its directory got another name. */
    public Part movedTo(Path newDirectory, PartName newName) {
        return new Part(files, newDirectory, content.named(newName));
    }

    public PartName name() {
        return content.name();
    }

    public Path directory() {
        return directory;
    }

    public PartContent content() {
        return content;
    }

    public long rows() {
        return content.rows();
    }

    /** Compressed bytes of all files. */
    public long bytesOnDisk() {
        return content.checksums().totalBytes();
    }

    /** Raw bytes of the columns. */
    public long rawBytes() {
        return content.checksums().rawBytes();
    }

    /** Whether all columns lie in one file. */
    public boolean isCompact() {
        return content.marks().isCompact();
    }

    /** The column as the part has it; empty when the part is older than the column. */
    public Optional<PartColumn> column(String name) {
        Integer index = columnIndex.get(name);
        return index == null ? Optional.empty() : Optional.of(content.columns().get(index));
    }

    /**
     * Decoded bytes of the files of a column, which say more about the work of reading it than compressed ones; for Compact parts a guess from the number of
     * columns.
     */
    public long columnBytes(String name) {
        if (isCompact()) {
            return bytesOnDisk() / Math.max(1, content.columns().size());
        }
        String base = StreamNames.escape(name);
        long bytes = 0;
        for (Map.Entry<String, Checksums.Entry> file :
                content.checksums().files().entrySet()) {
            String fileName = file.getKey();
            if (fileName.startsWith(base)
                    && fileName.endsWith(".bin")
                    && (fileName.charAt(base.length()) == '.' || fileName.charAt(base.length()) == '%')) {
                bytes += Math.max(file.getValue().size(), file.getValue().rawSize());
            }
        }
        return bytes;
    }

    /** Opens a file of the part. */
    public ReadFile open(String fileName) {
        return files.open(directory.resolve(fileName));
    }

    /** Whether the part has the stream. */
    public boolean hasStream(String stream) {
        if (isCompact()) {
            return compactPosition(stream) >= 0;
        }
        String file = StreamNames.fileBase(stream) + ".bin";
        return content.checksums().files().isEmpty()
                ? files.exists(directory.resolve(file))
                : content.checksums().files().containsKey(file);
    }

    /** Name of the file that holds a stream. */
    public String fileOf(String stream) {
        return isCompact() ? "data.bin" : StreamNames.fileBase(stream) + ".bin";
    }

    private int compactPosition(String stream) {
        int at = 0;
        for (SubstreamsText.Entry column : content.substreams()) {
            for (String name : column.streams()) {
                if (name.equals(stream)) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    /** The marks of a stream; in Compact parts of version 3 the marks of its column. */
    public Marks marks(String stream) {
        Marks known = marksByStream.get(stream);
        if (known != null) {
            return known;
        }
        if (isCompact()) {
            loadCompactMarks();
        } else {
            MarkKind kind = content.marks();
            byte[] raw = readMaybeCompressed(StreamNames.fileBase(stream) + kind.extension(), kind.compressed());
            marksByStream.put(stream, Marks.read(raw, kind, 1).streams()[0]);
        }
        Marks loaded = marksByStream.get(stream);
        if (loaded == null) {
            throw new DbException(
                    ErrorCode.NO_FILE_IN_DATA_PART, "Part " + name() + " has no marks of stream " + stream);
        }
        return loaded;
    }

    /** The marks of a column of a Compact part whose entries have one position per column. */
    public Marks columnMarks(String column) {
        return marks("\0" + column);
    }

    private void loadCompactMarks() {
        MarkKind kind = content.marks();
        byte[] raw = readMaybeCompressed("data" + kind.extension(), kind.compressed());
        if (kind.version() == 3) {
            Marks.File file = Marks.read(raw, kind, content.columns().size());
            for (int i = 0; i < content.columns().size(); i++) {
                marksByStream.put("\0" + content.columns().get(i).name(), file.streams()[i]);
            }
            return;
        }
        int streams =
                content.substreams().stream().mapToInt(c -> c.streams().size()).sum();
        Marks.File file = Marks.read(raw, kind, streams);
        int at = 0;
        for (SubstreamsText.Entry column : content.substreams()) {
            for (String stream : column.streams()) {
                marksByStream.put(stream, file.streams()[at++]);
            }
        }
    }

    /** How rows are cut into granules. */
    public Granularity granularity() {
        Optional<Granularity> known = granularity;
        if (known.isPresent()) {
            return known.get();
        }
        Granularity loaded = loadGranularity();
        granularity = Optional.of(loaded);
        return loaded;
    }

    private Granularity loadGranularity() {
        MarkKind kind = content.marks();
        if (content.rows() == 0) {
            return Granularity.fixed(0, 1, false);
        }
        if (!kind.hasRows()) {
            return Granularity.fixed(content.rows(), content.fixedGranularity(), false);
        }
        String base = isCompact() ? "data" : StreamNames.fileBase(firstStream());
        byte[] raw = readMaybeCompressed(base + kind.extension(), kind.compressed());
        int streams = !isCompact()
                ? 1
                : kind.version() == 3
                        ? content.columns().size()
                        : content.substreams().stream()
                                .mapToInt(c -> c.streams().size())
                                .sum();
        return Granularity.ofMarks(Marks.read(raw, kind, streams).rows(), content.rows());
    }

    private String firstStream() {
        if (!content.substreams().isEmpty()) {
            return content.substreams().getFirst().streams().getFirst();
        }
        String base = StreamNames.escape(content.columns().getFirst().name());
        for (String suffix : List.of("", ".size", ".null", ".size0", ".sparse.idx", ".dict")) {
            if (files.exists(directory.resolve(
                    StreamNames.fileBase(base + suffix) + content.marks().extension()))) {
                return base + suffix;
            }
        }
        for (String file : files.list(directory)) {
            if (file.endsWith(content.marks().extension())) {
                return file.substring(
                        0, file.length() - content.marks().extension().length());
            }
        }
        throw new DbException(ErrorCode.NO_FILE_IN_DATA_PART, "Part " + name() + " has no mark files");
    }

    /** The key of the first row of each granule, and of the last row of the part if there is a final mark; one column per key expression. */
    public List<Column> primaryIndex(List<DataType> keyTypes) {
        Optional<List<Column>> known = primaryIndex;
        if (known.isPresent()) {
            return known.get();
        }
        boolean compressed = files.exists(directory.resolve("primary.cidx"));
        byte[] raw = readMaybeCompressed(compressed ? "primary.cidx" : "primary.idx", compressed);
        Granularity cut = granularity();
        ByteSource in = ByteSource.of(raw);
        int rows = cut.granules() + (cut.hasFinalMark() && cut.granules() > 0 ? 1 : 0);
        List<Column> loaded = KeyColumns.read(keyTypes, cut.granules(), in);
        if (rows > cut.granules() && !in.atEnd()) {
            loaded = KeyColumns.read(keyTypes, rows, ByteSource.of(raw));
        }
        primaryIndex = Optional.of(loaded);
        return loaded;
    }

    /** Raw content of a file that may be a sequence of compressed blocks. */
    private byte[] readMaybeCompressed(String file, boolean compressed) {
        byte[] bytes = files.readAll(directory.resolve(file));
        return compressed ? decompressed(bytes) : bytes;
    }

    static byte[] decompressed(byte[] bytes) {
        ByteSink raw = new ByteSink(bytes.length * 4);
        CompressedFrameReader reader = CompressedFrameReader.of(bytes, FrameLimits.DEFAULT);
        while (reader.next()) {
            raw.put(reader.raw(), 0, reader.rawSize());
        }
        return raw.toByteArray();
    }

    /** Bytes of marks and index kept in memory. */
    public long memoryBytes() {
        return marksByStream.values().stream().mapToLong(Marks::sizeBytes).sum()
                + primaryIndex.stream()
                        .flatMap(List::stream)
                        .mapToLong(Column::sizeBytes)
                        .sum();
    }

    @Override
    public String toString() {
        return name().toString();
    }
}
