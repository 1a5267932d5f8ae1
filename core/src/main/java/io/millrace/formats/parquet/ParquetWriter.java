package io.millrace.formats.parquet;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.StringColumn;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.parquet.ParquetSchema.LeafPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes row groups: for each leaf a dictionary of texts if they repeat, and a page per block; at the end the metadata. */
final class ParquetWriter implements BlockWriter {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;
    private static final int MAX_DICTIONARY_BYTES = 1 << 20;

    /** Where a leaf's pages of a row group are. */
    private record Chunk(long start, long dictionaryStart, long values, long rawBytes, long bytes) {}

    private record Group(List<Chunk> chunks, long rows, long bytes) {}

    private final FormatOutput output;
    private final Header header;
    private final PageCodec codec;
    private final boolean textAsText;
    private final List<LeafPath> leaves;
    private final long groupRows;
    private final long groupBytes;
    private final List<Block> pending = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long pendingRows;
    private long pendingBytes;
    private long written;

    ParquetWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        this.header = header;
        codec = PageCodec.ofSetting(context.settings().get(ParquetSettings.COMPRESSION));
        textAsText = context.settings().get(ParquetSettings.STRING_AS_STRING);
        groupRows = Math.max(1, context.settings().get(ParquetSettings.ROW_GROUP_ROWS));
        groupBytes = Math.max(1, context.settings().get(ParquetSettings.ROW_GROUP_BYTES));
        ParquetSchema schema = new ParquetSchema(new ThriftWriter(), textAsText);
        schema.write(header);
        leaves = schema.leaves();
    }

    @Override
    public void write(Block block) {
        int from = 0;
        while (from < block.rows()) {
            int to = (int) Math.min(block.rows(), from + groupRows - pendingRows);
            Block part = block.slice(from, to);
            pending.add(part);
            pendingRows += part.rows();
            pendingBytes += part.sizeBytes();
            from = to;
            if (pendingRows >= groupRows || pendingBytes >= groupBytes) {
                endGroup();
            }
        }
    }

    private void put(byte[] bytes) {
        if (written == 0) {
            output.sink().put(MAGIC);
            written = MAGIC.length;
        }
        output.sink().put(bytes);
        written += bytes.length;
        output.drain();
    }

    private void endGroup() {
        if (pendingRows == 0) {
            return;
        }
        put(new byte[0]);
        List<Chunk> chunks = new ArrayList<>();
        int leaf = 0;
        long start = written;
        for (int i = 0; i < header.width(); i++) {
            List<List<Levels>> blocks = new ArrayList<>();
            for (Block block : pending) {
                blocks.add(Levels.of(header.type(i), block.column(i)));
            }
            for (int part = 0; part < blocks.getFirst().size(); part++) {
                List<Levels> pages = new ArrayList<>();
                for (List<Levels> block : blocks) {
                    pages.add(block.get(part));
                }
                chunks.add(chunk(leaves.get(leaf++), pages));
            }
        }
        groups.add(new Group(chunks, pendingRows, written - start));
        pending.clear();
        pendingRows = 0;
        pendingBytes = 0;
    }

    private Chunk chunk(LeafPath leaf, List<Levels> pages) {
        long start = written;
        long raw = 0;
        long values = 0;
        Optional<TextDictionary> dictionary = TextDictionary.of(pages);
        if (dictionary.isPresent()) {
            ByteSink body = dictionary.get().body();
            raw += page(
                    body,
                    2,
                    head -> head.struct(7)
                            .int32(1, dictionary.get().size())
                            .int32(2, PLAIN)
                            .end());
        }
        long data = written;
        for (int i = 0; i < pages.size(); i++) {
            Levels levels = pages.get(i);
            ByteSink body = new ByteSink(1 << 14);
            if (leaf.maxRepetition() > 0) {
                levels(levels.repetition, levels.count, leaf.maxRepetition(), body);
            }
            if (leaf.maxDefinition() > 0) {
                levels(levels.definition, levels.count, leaf.maxDefinition(), body);
            }
            if (dictionary.isPresent()) {
                int[] codes = dictionary.get().codes(i);
                int width = Math.max(1, Hybrid.width(dictionary.get().size() - 1));
                body.putByte(width);
                Hybrid.write(codes, 0, codes.length, width, body);
            } else {
                leaf.leaf().write(levels.values, levels.rows, 0, levels.count, body);
            }
            int encoding = dictionary.isPresent() ? RLE_DICTIONARY : PLAIN;
            raw += page(
                    body,
                    0,
                    head -> head.struct(5)
                            .int32(1, levels.count)
                            .int32(2, encoding)
                            .int32(3, RLE)
                            .int32(4, RLE)
                            .end());
            values += levels.count;
        }
        return new Chunk(data, dictionary.isPresent() ? start : -1, values, raw, written - start);
    }

    private static void levels(int[] levels, int count, int max, ByteSink body) {
        ByteSink coded = new ByteSink(256);
        Hybrid.write(levels, 0, count, Hybrid.width(max), coded);
        body.putInt(coded.size());
        body.put(coded.array(), 0, coded.size());
    }

    private interface PageKind {
        void write(ThriftWriter head);
    }

    /** Writes a page; returns its bytes before compression, with the head. */
    private long page(ByteSink body, int type, PageKind kind) {
        byte[] compressed = codec.compress(body.array(), body.size());
        ThriftWriter head = new ThriftWriter();
        head.int32(1, type).int32(2, body.size()).int32(3, compressed.length);
        kind.write(head);
        byte[] bytes = head.end().toByteArray();
        put(bytes);
        put(compressed);
        return bytes.length + (long) body.size();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        endGroup();
        put(new byte[0]);
        ThriftWriter footer = new ThriftWriter().int32(1, 2);
        new ParquetSchema(footer, textAsText).write(header);
        footer.int64(3, groups.stream().mapToLong(Group::rows).sum());
        footer.structs(4, groups.size());
        for (Group group : groups) {
            footer.element().structs(1, leaves.size());
            for (int i = 0; i < leaves.size(); i++) {
                chunk(leaves.get(i), group.chunks().get(i), footer);
            }
            footer.int64(2, group.chunks().stream().mapToLong(Chunk::rawBytes).sum())
                    .int64(3, group.rows())
                    .end();
        }
        byte[] bytes = footer.text(6, "Millrace").end().toByteArray();
        put(bytes);
        ByteSink tail = new ByteSink();
        tail.putInt(bytes.length);
        tail.put(MAGIC);
        put(tail.toByteArray());
        output.drain();
    }

    private void chunk(LeafPath leaf, Chunk chunk, ThriftWriter footer) {
        boolean coded = chunk.dictionaryStart() >= 0;
        footer.element()
                .int64(2, coded ? chunk.dictionaryStart() : chunk.start())
                .struct(3);
        footer.int32(1, leaf.leaf().physical())
                .ints(2, coded ? List.of(PLAIN, RLE, RLE_DICTIONARY) : List.of(PLAIN, RLE))
                .texts(3, leaf.path())
                .int32(4, codec.number)
                .int64(5, chunk.values())
                .int64(6, chunk.rawBytes())
                .int64(7, chunk.bytes())
                .int64(9, chunk.start());
        if (coded) {
            footer.int64(11, chunk.dictionaryStart());
        }
        footer.end().end();
    }

    /** The different texts of a leaf in a row group, if they are few enough to be worth it. */
    private record TextDictionary(ByteSink body, int size, List<int[]> allCodes) {
        private record Key(byte[] text) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Key k && Arrays.equals(text, k.text);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(text);
            }
        }

        int[] codes(int page) {
            return allCodes.get(page);
        }

        static Optional<TextDictionary> of(List<Levels> pages) {
            long total = pages.stream().mapToLong(Levels::present).sum();
            if (!(pages.getFirst().values instanceof StringColumn) || total == 0) {
                return Optional.empty();
            }
            Map<Key, Integer> numbers = new HashMap<>();
            ByteSink body = new ByteSink(1 << 12);
            List<int[]> all = new ArrayList<>();
            for (Levels page : pages) {
                StringColumn texts = (StringColumn) page.values;
                int[] codes = new int[page.present()];
                int at = 0;
                for (int i = 0; i < page.count; i++) {
                    if (page.rows[i] < 0) {
                        continue;
                    }
                    Key key = new Key(texts.copyOf(page.rows[i]));
                    Integer known = numbers.get(key);
                    if (known == null) {
                        known = numbers.size();
                        numbers.put(key, known);
                        body.putInt(key.text().length);
                        body.put(key.text());
                        if (body.size() > MAX_DICTIONARY_BYTES || numbers.size() > total / 2 + 64) {
                            return Optional.empty();
                        }
                    }
                    codes[at++] = known;
                }
                all.add(codes);
            }
            return Optional.of(new TextDictionary(body, numbers.size(), all));
        }
    }
}
