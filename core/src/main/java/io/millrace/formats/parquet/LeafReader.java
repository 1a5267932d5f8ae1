package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.formats.parquet.ThriftReader.Struct;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Reads the pages of one leaf in one row group: levels, and the values that are there. Used once. */
final class LeafReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_PAGE_VALUES = 1 << 24;
    private static final int MAX_VALUES = 1 << 27;

    private final byte[] file;
    private final Node.Primitive leaf;
    private final PageCodec codec;
    private final ColumnBuilder values;
    private Optional<Column> dictionary = Optional.empty();
    int[] repetition = {};
    int[] definition = {};
    int count;

    /** @param size bytes of the file, which the array may be longer than */
    LeafReader(byte[] file, int size, Node.Primitive leaf, Struct metadata) {
        this.file = file;
        this.leaf = leaf;
        codec = PageCodec.of(metadata.number(4, 0));
        values = ColumnBuilder.of(leaf.bare(), 1024);
        long start = metadata.number(9);
        long dictionaryStart = metadata.number(11, 0);
        long from = dictionaryStart > 0 && dictionaryStart < start ? dictionaryStart : start;
        long length = metadata.number(7);
        if (from < 0 || length < 0 || from > size || length > size - from) {
            throw ThriftReader.broken("column '" + leaf.name() + "' lies outside of the file");
        }
        pages((int) from, (int) (from + length), metadata.number(5));
    }

    /** The values that are there, without those that are NULL. */
    Column values() {
        return values.build();
    }

    private void pages(int from, int limit, long total) {
        int at = from;
        while (count < total && at < limit) {
            ThriftReader thrift = new ThriftReader(file, at, limit);
            Struct head = thrift.struct();
            int compressed = head.size(3);
            int size = head.size(2);
            int body = thrift.at;
            if (compressed > limit - body) {
                throw ThriftReader.broken("a page of column '" + leaf.name() + "' ends behind its column");
            }
            switch ((int) head.number(1)) {
                case 0 ->
                    page(
                            head.struct(5).orElseThrow(() -> ThriftReader.broken("a page without head")),
                            codec.decompress(file, body, compressed, size));
                case 2 ->
                    dictionary(
                            head.struct(7).orElseThrow(() -> ThriftReader.broken("a page without head")),
                            codec.decompress(file, body, compressed, size));
                case 3 ->
                    pageOfVersion2(
                            head.struct(8).orElseThrow(() -> ThriftReader.broken("a page without head")),
                            body,
                            compressed,
                            size);
                default -> {
                    // indexes are not needed
                }
            }
            at = body + compressed;
        }
    }

    private int checked(long values) {
        if (values < 0 || values > MAX_PAGE_VALUES || count + values > MAX_VALUES) {
            throw ThriftReader.broken("a page of " + values + " values");
        }
        return (int) values;
    }

    private void dictionary(Struct head, byte[] page) {
        int size = checked(head.number(1));
        dictionary =
                Optional.of(RawValues.plain(leaf, page, 0, page.length, size).column(leaf));
    }

    private void page(Struct head, byte[] page) {
        int entries = checked(head.number(1));
        int at = 0;
        int[] repeated = {};
        int[] defined = {};
        if (leaf.maxRepetition() > 0) {
            int length = levelBytes(page, at, page.length);
            repeated = levels(page, at + 4, at + 4 + length, leaf.maxRepetition(), entries);
            at += 4 + length;
        }
        if (leaf.maxDefinition() > 0) {
            int length = levelBytes(page, at, page.length);
            defined = levels(page, at + 4, at + 4 + length, leaf.maxDefinition(), entries);
            at += 4 + length;
        }
        append(repeated, defined, entries);
        values(page, at, present(defined, entries), (int) head.number(2, 0));
    }

    private static int levelBytes(byte[] page, int at, int limit) {
        int length = at + 4 <= limit ? (int) INT.get(page, at) : -1;
        if (length < 0 || length > limit - at - 4) {
            throw ThriftReader.broken("levels outside of their page");
        }
        return length;
    }

    private void pageOfVersion2(Struct head, int from, int compressed, int size) {
        int entries = checked(head.number(1));
        int repetitionBytes = (int) head.number(6, 0);
        int definitionBytes = (int) head.number(5, 0);
        long levels = (long) repetitionBytes + definitionBytes;
        if (repetitionBytes < 0 || definitionBytes < 0 || levels > compressed || levels > size) {
            throw ThriftReader.broken("levels outside of their page");
        }
        int[] repeated = {};
        int[] defined = {};
        if (leaf.maxRepetition() > 0) {
            repeated = levels(file, from, from + repetitionBytes, leaf.maxRepetition(), entries);
        }
        int at = from + repetitionBytes;
        if (leaf.maxDefinition() > 0) {
            defined = levels(file, at, at + definitionBytes, leaf.maxDefinition(), entries);
        }
        append(repeated, defined, entries);
        at += definitionBytes;
        int rest = compressed - (int) levels;
        PageCodec by = head.truth(7, true) ? codec : PageCodec.NONE;
        byte[] body = size == levels ? new byte[0] : by.decompress(file, at, rest, size - (int) levels);
        values(body, 0, present(defined, entries), (int) head.number(4, 0));
    }

    private static int[] levels(byte[] bytes, int from, int limit, int max, int entries) {
        int[] levels = Hybrid.read(bytes, from, limit, Hybrid.width(max), entries);
        for (int level : levels) {
            if (level > max || level < 0) {
                throw ThriftReader.broken("a level of " + level);
            }
        }
        return levels;
    }

    private int present(int[] defined, int entries) {
        return leaf.maxDefinition() == 0
                ? entries
                : (int) Arrays.stream(defined)
                        .filter(d -> d == leaf.maxDefinition())
                        .count();
    }

    private void append(int[] repeated, int[] defined, int entries) {
        repetition = joined(repetition, repeated, leaf.maxRepetition() > 0);
        definition = joined(definition, defined, leaf.maxDefinition() > 0);
        count += entries;
    }

    private int[] joined(int[] all, int[] more, boolean wanted) {
        if (!wanted) {
            return all;
        }
        int[] longer =
                count + more.length > all.length ? Arrays.copyOf(all, Math.max(count + more.length, count * 2)) : all;
        System.arraycopy(more, 0, longer, count, more.length);
        return longer;
    }

    private void values(byte[] page, int from, int present, int encoding) {
        Column column = switch (encoding) {
            case 0 -> RawValues.plain(leaf, page, from, page.length, present).column(leaf);
            case 2, 8 -> coded(page, from, present);
            case 3 -> {
                int length = levelBytes(page, from, page.length);
                int[] bits = Hybrid.read(page, from + 4, from + 4 + length, 1, present);
                yield RawValues.ofNumbers(Arrays.stream(bits).asLongStream().toArray())
                        .column(leaf);
            }
            case 5 ->
                RawValues.ofNumbers(new DeltaValues(page, from, page.length).numbers(present))
                        .column(leaf);
            case 6 -> new DeltaValues(page, from, page.length).texts(present).column(leaf);
            case 7 -> new DeltaValues(page, from, page.length).prefixed(present).column(leaf);
            case 9 -> {
                int width = leaf.physical() == Leaf.FIXED
                        ? leaf.length()
                        : leaf.physical() == Leaf.INT64 || leaf.physical() == Leaf.DOUBLE ? 8 : 4;
                byte[] joined = new DeltaValues(page, from, page.length).split(present, width);
                yield RawValues.plain(leaf, joined, 0, joined.length, present).column(leaf);
            }
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "Parquet pages of encoding " + encoding + " cannot be read");
        };
        if (column.rows() != present) {
            throw ThriftReader.broken("a page of " + column.rows() + " values instead of " + present);
        }
        values.appendRange(column, 0, column.rows());
    }

    private Column coded(byte[] page, int from, int present) {
        Column texts = dictionary.orElseThrow(() -> ThriftReader.broken("codes without dictionary"));
        if (present == 0) {
            return texts.slice(0, 0);
        }
        if (from >= page.length) {
            throw ThriftReader.broken("a page without codes");
        }
        int[] codes = Hybrid.read(page, from + 1, page.length, page[from], present);
        for (int code : codes) {
            if (code < 0 || code >= texts.rows()) {
                throw ThriftReader.broken("a code that the dictionary does not have");
            }
        }
        return texts.gather(codes, present);
    }
}
