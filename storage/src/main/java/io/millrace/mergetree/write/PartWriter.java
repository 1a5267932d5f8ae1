package io.millrace.mergetree.write;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.FileHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.codec.ZstdCodec;
import io.millrace.compression.frame.CompressedFrameWriter;
import io.millrace.data.column.Column;
import io.millrace.mergetree.mark.Granularity;
import io.millrace.mergetree.mark.MarkKind;
import io.millrace.mergetree.mark.Marks;
import io.millrace.mergetree.part.Checksums;
import io.millrace.mergetree.part.ColumnsText;
import io.millrace.mergetree.part.KeyColumns;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.PartContent;
import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.part.SerializationInfo;
import io.millrace.mergetree.part.SubstreamsText;
import io.millrace.mergetree.stream.ColumnWriter;
import io.millrace.mergetree.stream.DefaultValues;
import io.millrace.mergetree.stream.HashedFile;
import io.millrace.mergetree.stream.SparseKinds;
import io.millrace.mergetree.stream.StreamNames;
import io.millrace.mergetree.stream.StreamWriter;
import io.millrace.mergetree.stream.WriteStreams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Writes a part into a new directory: columns, marks, index, small files, checksums, in ClickHouse 26.7's layout; then everything is synced. Wide parts
 * are written column by column, Compact ones granule by granule. One object writes one part; not thread-safe.
 */
public final class PartWriter {
    private static final Codec INDEX_CODEC = new ZstdCodec(3);
    private static final int INDEX_BLOCK_BYTES = 1 << 16;

    private final Vfs files;
    private final Path directory;
    private final PartPlan plan;
    private final WriteProfile profile;
    private final Granularity cut;
    private final DeferredSyncs newFiles;
    private final Map<String, Checksums.Entry> written = new HashMap<>();
    private final List<SubstreamsText.Entry> substreams = new ArrayList<>();
    /** Defaults among the rows written, by column. */
    private final Map<String, Long> defaults = new HashMap<>();

    private PartWriter(Vfs files, Path directory, PartPlan plan, WriteProfile profile) {
        this.files = files;
        this.directory = directory;
        this.plan = plan;
        this.profile = profile;
        this.newFiles = new DeferredSyncs(files);
        this.cut = Granularity.fixed(plan.rows(), plan.granuleRows(), true);
    }

    /**
     * Writes a part.
     *
     * @param directory does not exist yet
     * @param feeds the rows of column i; for a Compact part all are open at once, for a Wide one after another
     */
    public static Part write(
            Vfs files, Path directory, PartPlan plan, WriteProfile profile, IntFunction<ColumnFeed> feeds) {
        files.createDirectories(directory);
        PartWriter writer = new PartWriter(files, directory, plan, profile);
        try (DeferredSyncs unsynced = writer.newFiles) {
            Part part = writer.write(feeds);
            unsynced.finish();
            if (profile.sync()) {
                files.syncDirectory(directory);
            }
            return part;
        }
    }

    private Part write(IntFunction<ColumnFeed> feeds) {
        boolean wide = profile.isWide(plan.rows(), plan.bytes());
        if (wide) {
            writeWide(feeds);
        } else {
            new CompactData(feeds).write();
        }
        writeIndex();
        writePartition();
        writeText("count.txt", Long.toString(plan.rows()), true);
        SerializationInfo serialization = serialization();
        writeText(SerializationInfo.FILE_NAME, serialization.print(), true);
        List<PartColumn> columns = plan.columns().stream()
                .map(c -> new PartColumn(c.name(), c.type().name()))
                .toList();
        writeText(ColumnsText.FILE_NAME, ColumnsText.print(columns), false);
        writeText(SubstreamsText.FILE_NAME, SubstreamsText.print(substreams), false);
        writeText("metadata_version.txt", "0", false);
        writeText("default_compression_codec.txt", "CODEC(" + profile.codec() + ")", false);
        Checksums checksums = new Checksums(written);
        writeFile(Checksums.FILE_NAME, checksums.toBytes());
        return new Part(
                files,
                directory,
                new PartContent(
                        plan.name(),
                        plan.rows(),
                        columns,
                        substreams,
                        wide ? MarkKind.WIDE : MarkKind.COMPACT,
                        serialization,
                        checksums,
                        plan.partitionValues(),
                        plan.minMax(),
                        plan.granuleRows()));
    }

    private boolean isSparse(ColumnPlan column) {
        return DefaultValues.mayBeSparse(column.type())
                && plan.defaults().getOrDefault(column.name(), 0.0) > profile.sparseRatio();
    }

    /** Counts the defaults of rows that are written, for the next merge's choice. */
    private void count(ColumnPlan column, Column rows) {
        if (DefaultValues.mayBeSparse(column.type())) {
            defaults.merge(column.name(), (long) DefaultValues.count(rows, 0, rows.rows()), Long::sum);
        }
    }

    private SerializationInfo serialization() {
        Map<String, SerializationInfo.Defaults> counts = new HashMap<>();
        defaults.forEach((name, count) -> counts.put(name, new SerializationInfo.Defaults(count, plan.rows())));
        Map<String, SparseKinds> sparse = new HashMap<>();
        for (ColumnPlan column : plan.columns()) {
            if (isSparse(column)) {
                sparse.put(column.name(), SparseKinds.SPARSE);
            }
        }
        return new SerializationInfo(true, true, sparse, counts);
    }

    // ---- Wide ----

    private void writeWide(IntFunction<ColumnFeed> feeds) {
        for (int i = 0; i < plan.columns().size(); i++) {
            try (WideColumn column = new WideColumn(plan.columns().get(i))) {
                column.write(feeds.apply(i));
            }
        }
    }

    /** The open streams of the column that is being written. */
    private final class WideColumn implements WriteStreams, AutoCloseable {
        private final ColumnPlan column;
        private final List<WideStream> streams = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        WideColumn(ColumnPlan column) {
            this.column = column;
        }

        void write(ColumnFeed feed) {
            ColumnWriter writer = ColumnWriter.of(column.name(), column.type(), isSparse(column), this);
            substreams.add(new SubstreamsText.Entry(column.name(), names));
            writer.prefix();
            for (int granule = 0; granule < cut.granules(); granule++) {
                streams.forEach(WideStream::mark);
                Column rows = feed.next(cut.rows(granule));
                count(column, rows);
                writer.write(rows, 0, rows.rows());
            }
            if (cut.hasFinalMark()) {
                streams.forEach(WideStream::mark);
            }
            writer.finish();
            streams.forEach(WideStream::finish);
        }

        @Override
        public Stream open(String streamName, boolean values) {
            names.add(streamName);
            WideStream stream = new WideStream(streamName, codecOf(column, values));
            streams.add(stream);
            return stream;
        }

        @Override
        public boolean isCompact() {
            return false;
        }

        @Override
        public void close() {
            streams.forEach(WideStream::close);
        }
    }

    private static Codec codecOf(ColumnPlan column, boolean values) {
        return values ? column.codec() : Codecs.genericPart(column.codec()).orElse(Codecs.LZ4);
    }

    /** One stream of a Wide part: a data file and a mark file. A stream that another column of the part has written already is not kept. */
    private final class WideStream implements WriteStreams.Stream {
        private final String fileBase;
        private final boolean repeated;
        private final HashedFile file;
        private final StreamWriter out;
        private final Marks.Builder marks = new Marks.Builder();

        WideStream(String name, Codec codec) {
            fileBase = StreamNames.fileBase(name);
            repeated = written.containsKey(fileBase + ".bin");
            file = new HashedFile(repeated ? new Discarded() : newFiles.create(directory.resolve(fileBase + ".bin")));
            out = new StreamWriter(file, codec, profile.minBlockBytes(), profile.maxBlockBytes());
        }

        @Override
        public StreamWriter out() {
            return out;
        }

        void mark() {
            out.closeLargeBlock();
            marks.add(out.block(), out.inBlock());
        }

        void finish() {
            if (repeated) {
                return;
            }
            Hash128 rawHash = out.finish();
            long size = file.size();
            written.put(
                    fileBase + ".bin", new Checksums.Entry(size, file.finish(profile.sync()), out.rawBytes(), rawHash));
            writeMarks(fileBase, MarkKind.WIDE, new Marks[] {marks.build()}, cut.markRows());
        }

        void close() {
            file.close();
        }
    }

    /** Swallows the repeated sizes of a Nested's second column. */
    private static final class Discarded implements WriteFile {
        private long size;

        @Override
        public void write(byte[] source, int offset, int count) {
            size += count;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }

    // ---- Compact ----

    /** The one data file of a Compact part: per granule, one block per column with all of its streams. */
    private final class CompactData implements WriteStreams {
        private final IntFunction<ColumnFeed> feeds;
        private final List<CompactStream> streams = new ArrayList<>();
        private final HashedFile file = new HashedFile(newFiles.create(directory.resolve("data.bin")));
        private final StreamWriter out =
                new StreamWriter(file, profile.codec(), profile.minBlockBytes(), profile.maxBlockBytes());
        private ColumnPlan current = plan.columns().getFirst();

        CompactData(IntFunction<ColumnFeed> feeds) {
            this.feeds = feeds;
        }

        void write() {
            try (file) {
                List<ColumnWriter> writers = new ArrayList<>();
                List<ColumnFeed> sources = new ArrayList<>();
                List<List<CompactStream>> streamsOf = new ArrayList<>();
                for (int i = 0; i < plan.columns().size(); i++) {
                    current = plan.columns().get(i);
                    int first = streams.size();
                    writers.add(ColumnWriter.of(current.name(), current.type(), isSparse(current), this));
                    List<CompactStream> own = List.copyOf(streams.subList(first, streams.size()));
                    streamsOf.add(own);
                    substreams.add(new SubstreamsText.Entry(
                            current.name(), own.stream().map(s -> s.name).toList()));
                    sources.add(feeds.apply(i));
                }
                for (int granule = 0; granule < cut.granules(); granule++) {
                    for (int i = 0; i < writers.size(); i++) {
                        Column rows = sources.get(i).next(cut.rows(granule));
                        count(plan.columns().get(i), rows);
                        streamsOf.get(i).forEach(s -> s.marked = false);
                        writers.get(i).prefix();
                        writers.get(i).write(rows, 0, rows.rows());
                        streamsOf.get(i).forEach(CompactStream::markIfUnused);
                        out.closeBlock();
                    }
                }
                finish();
            }
        }

        private void finish() {
            Hash128 rawHash = out.finish();
            if (cut.hasFinalMark()) {
                streams.forEach(s -> s.marks.add(out.block(), 0));
            }
            long size = file.size();
            // a Compact data file hashes the hashes of its codecs' streams; ours all go through one
            Hash128 folded = new Hash128();
            CityHash.hash128WithSeed(rawHash.toBytes(), 0, Hash128.BYTES, 0, 0, folded);
            written.put("data.bin", new Checksums.Entry(size, file.finish(profile.sync()), out.rawBytes(), folded));
            Marks[] marks = streams.stream().map(s -> s.marks.build()).toArray(Marks[]::new);
            writeMarks("data", MarkKind.COMPACT, marks, cut.markRows());
        }

        @Override
        public Stream open(String streamName, boolean values) {
            CompactStream stream = new CompactStream(streamName, codecOf(current, values), out);
            streams.add(stream);
            return stream;
        }

        @Override
        public boolean isCompact() {
            return true;
        }
    }

    /** One stream inside the data file of a Compact part. */
    private static final class CompactStream implements WriteStreams.Stream {
        private final String name;
        private final Codec codec;
        private final StreamWriter out;
        private final Marks.Builder marks = new Marks.Builder();
        private boolean marked;

        CompactStream(String name, Codec codec, StreamWriter out) {
            this.name = name;
            this.codec = codec;
            this.out = out;
        }

        @Override
        public StreamWriter out() {
            out.useCodec(codec);
            markIfUnused();
            return out;
        }

        /** The mark of a granule is where the stream is first written to. */
        void markIfUnused() {
            if (!marked) {
                marks.add(out.block(), out.inBlock());
                marked = true;
            }
        }
    }

    // ---- small files ----

    private void writeMarks(String base, MarkKind kind, Marks[] marks, int[] rows) {
        ByteSink raw = new ByteSink(rows.length * (16 * marks.length + 8) + 16);
        Marks.write(marks, rows, raw);
        writeCompressed(base + kind.extension(), raw);
    }

    private void writeIndex() {
        if (plan.keyTypes().isEmpty()) {
            return;
        }
        ByteSink raw = new ByteSink();
        int rows = plan.keyRows().getFirst().rows();
        for (int row = 0; row < rows; row++) {
            KeyColumns.write(plan.keyTypes(), plan.keyRows(), row, raw);
        }
        writeCompressed("primary.cidx", raw);
    }

    private void writePartition() {
        if (plan.partitionTypes().isEmpty()) {
            return;
        }
        ByteSink bytes = new ByteSink();
        KeyColumns.write(plan.partitionTypes(), plan.partitionValues(), 0, bytes);
        writeListed("partition.dat", bytes.toByteArray());
        plan.minMax().forEach((column, values) -> {
            bytes.clear();
            KeyColumns.write(List.of(plan.minMaxTypes().get(column)), List.of(values), 0, bytes);
            KeyColumns.write(List.of(plan.minMaxTypes().get(column)), List.of(values), 1, bytes);
            writeListed(PartLoader.minMaxFile(column), bytes.toByteArray());
        });
    }

    private void writeCompressed(String fileName, ByteSink raw) {
        ByteSink out = new ByteSink(raw.size() / 2 + 64);
        CompressedFrameWriter frames = new CompressedFrameWriter();
        for (int at = 0; at < raw.size(); at += INDEX_BLOCK_BYTES) {
            frames.writeBlock(raw.array(), at, Math.min(INDEX_BLOCK_BYTES, raw.size() - at), INDEX_CODEC, out);
        }
        byte[] bytes = out.toByteArray();
        writeFile(fileName, bytes);
        written.put(
                fileName,
                new Checksums.Entry(
                        bytes.length, hash(bytes, bytes.length), raw.size(), hash(raw.array(), raw.size())));
    }

    private static Hash128 hash(byte[] bytes, int size) {
        FileHash hash = new FileHash();
        hash.update(bytes, 0, size);
        return hash.finish();
    }

    private void writeText(String fileName, String text, boolean listed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (listed) {
            writeListed(fileName, bytes);
        } else {
            writeFile(fileName, bytes);
        }
    }

    private void writeListed(String fileName, byte[] bytes) {
        writeFile(fileName, bytes);
        written.put(fileName, Checksums.Entry.plain(bytes.length, hash(bytes, bytes.length)));
    }

    private void writeFile(String fileName, byte[] bytes) {
        try (WriteFile file = newFiles.create(directory.resolve(fileName))) {
            file.write(bytes, 0, bytes.length);
            if (profile.sync()) {
                file.sync();
            }
        }
    }
}
