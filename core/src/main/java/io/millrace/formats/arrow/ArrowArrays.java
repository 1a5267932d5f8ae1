package io.millrace.formats.arrow;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.content.ExpansionLimits;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrays of one record batch as columns; every length is checked against the bytes that are there. Used once. */
final class ArrowArrays {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_ROWS = 1 << 28;

    /** Bytes of a buffer. */
    private record Bytes(byte[] array, int from, int length) {

        void require(long bytes) {
            if (bytes > length) {
                throw broken("a buffer of " + length + " bytes where " + bytes + " are needed");
            }
        }
    }

    private final byte[] body;
    private final long[] nodes;
    private final long[] buffers;
    private final Optional<ContentCoding> coding;
    private final Map<Long, Column> dictionaries;
    private final int rows;
    private int node;
    private int buffer;

    ArrowArrays(FlatView batch, byte[] body, Map<Long, Column> dictionaries) {
        this.body = body;
        this.dictionaries = dictionaries;
        nodes = batch.structs(1, 2);
        buffers = batch.structs(2, 2);
        coding = batch.table(3).map(c -> c.int8(0, 0) == 0 ? ContentCoding.LZ4 : ContentCoding.ZSTD);
        rows = size(batch.int64(0, 0));
    }

    int rows() {
        return rows;
    }

    static DbException broken(String what) {
        return new DbException(ErrorCode.INCORRECT_DATA, "Broken Arrow data: " + what);
    }

    private static int size(long count) {
        if (count < 0 || count > MAX_ROWS) {
            throw broken(count + " rows");
        }
        return (int) count;
    }

    /** The next column, Nullable if the field is. */
    Column column(ArrowField field) {
        if (node + 2 > nodes.length) {
            throw broken("no array for column " + field.name());
        }
        int count = size(nodes[node]);
        node += 2;
        if (field.kind() == ArrowSchema.NULL) {
            // an array of NULLs has no buffers, so the batch's own count bounds it
            if (count > Math.max(rows, body.length)) {
                throw broken(count + " NULLs");
            }
            byte[] nulls = new byte[count];
            Arrays.fill(nulls, (byte) 1);
            Column nothing = new NullableColumn(nulls, new ByteColumn(new byte[count], count));
            return nothing;
        }
        Bytes validity = next();
        Column values = field.dictionary().isPresent() ? coded(field, count) : values(field, count);
        if (!field.nullable() || !Types.canBeInNullable(field.type())) {
            return values;
        }
        byte[] nulls = new byte[count];
        if (validity.length() > 0) {
            validity.require((count + 7L) / 8);
            for (int i = 0; i < count; i++) {
                nulls[i] = (byte) (~validity.array()[validity.from() + (i >> 3)] >> (i & 7) & 1);
            }
        }
        return new NullableColumn(nulls, values);
    }

    private Bytes next() {
        if (buffer + 2 > buffers.length) {
            throw broken("too few buffers");
        }
        long from = buffers[buffer];
        long length = buffers[buffer + 1];
        buffer += 2;
        if (from < 0 || length < 0 || from > body.length || length > body.length - from) {
            throw broken("a buffer outside of its message");
        }
        Bytes bytes = new Bytes(body, (int) from, (int) length);
        return coding.isPresent() && length > 0 ? decompressed(bytes, coding.get()) : bytes;
    }

    private static Bytes decompressed(Bytes coded, ContentCoding by) {
        coded.require(8);
        long size = (long) LONG.get(coded.array(), coded.from());
        Bytes data = new Bytes(coded.array(), coded.from() + 8, coded.length() - 8);
        if (size == -1) {
            return data;
        }
        if (size < 0 || size > Integer.MAX_VALUE - 16) {
            throw broken("a buffer of " + size + " bytes");
        }
        try (InputStream raw = by.decode(
                new ByteArrayInputStream(data.array(), data.from(), data.length()), ExpansionLimits.DEFAULT)) {
            byte[] bytes = raw.readNBytes((int) size);
            if (bytes.length < size) {
                throw broken("a compressed buffer ends early");
            }
            return new Bytes(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Broken Arrow data: " + e.getMessage(), e);
        }
    }

    private Column coded(ArrowField field, int count) {
        Bytes codes = next();
        int width = field.indexBits() / 8;
        if (width != 1 && width != 2 && width != 4 && width != 8) {
            throw broken("indexes of " + field.indexBits() + " bits");
        }
        codes.require((long) count * width);
        Column dictionary = dictionaries.get(field.dictionary().orElse(0));
        if (dictionary == null) {
            throw broken("no dictionary for column " + field.name());
        }
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            long code = switch (width) {
                case 1 -> codes.array()[codes.from() + i] & 0xFF;
                case 2 -> (short) SHORT.get(codes.array(), codes.from() + 2 * i) & 0xFFFF;
                case 4 -> (int) INT.get(codes.array(), codes.from() + 4 * i);
                default -> (long) LONG.get(codes.array(), codes.from() + 8 * i);
            };
            // what stands under a NULL may be anything
            positions[i] = code >= 0 && code < dictionary.rows() ? (int) code : -1;
        }
        Column plain = dictionary instanceof NullableColumn n ? n.values() : dictionary;
        return plain.gather(positions, count);
    }

    private Column values(ArrowField field, int count) {
        return switch (field.kind()) {
            case ArrowSchema.BOOL -> bools(count);
            case ArrowSchema.INT, ArrowSchema.TIME -> integers(field.width(), count);
            case ArrowSchema.TIMESTAMP, ArrowSchema.DURATION -> integers(64, count);
            case ArrowSchema.DATE -> integers(field.width(), count);
            case ArrowSchema.FLOAT -> floats(field.width(), count);
            case ArrowSchema.DECIMAL -> decimals((DataType.DecimalType) field.type(), field.width(), count);
            case ArrowSchema.FIXED_BINARY -> fixed(field, count);
            case ArrowSchema.UTF8, ArrowSchema.BINARY -> texts(4, count);
            case ArrowSchema.LARGE_UTF8, ArrowSchema.LARGE_BINARY -> texts(8, count);
            case ArrowSchema.LIST, ArrowSchema.MAP -> lists(field, offsets(4, count), count);
            case ArrowSchema.LARGE_LIST -> lists(field, offsets(8, count), count);
            case ArrowSchema.FIXED_LIST -> {
                int[] offsets = new int[count + 1];
                for (int i = 0; i <= count; i++) {
                    offsets[i] = Math.multiplyExact(i, field.width());
                }
                yield lists(field, offsets, count);
            }
            case ArrowSchema.STRUCT -> struct(field, count);
            default -> throw broken("type " + field.kind());
        };
    }

    private Column bools(int count) {
        Bytes bits = next();
        bits.require((count + 7L) / 8);
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) (bits.array()[bits.from() + (i >> 3)] >> (i & 7) & 1);
        }
        return new ByteColumn(values, count);
    }

    private Column integers(int bits, int count) {
        Bytes data = next();
        data.require((long) count * bits / 8);
        byte[] bytes = data.array();
        int from = data.from();
        switch (bits) {
            case 8 -> {
                return new ByteColumn(Arrays.copyOfRange(bytes, from, from + count), count);
            }
            case 16 -> {
                short[] values = new short[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (short) SHORT.get(bytes, from + 2 * i);
                }
                return new ShortColumn(values, count);
            }
            case 32 -> {
                int[] values = new int[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (int) INT.get(bytes, from + 4 * i);
                }
                return new IntColumn(values, count);
            }
            default -> {
                return new LongColumn(longs(bytes, from, count), count);
            }
        }
    }

    private static long[] longs(byte[] bytes, int from, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = (long) LONG.get(bytes, from + 8 * i);
        }
        return values;
    }

    private Column floats(int bits, int count) {
        Bytes data = next();
        data.require((long) count * bits / 8);
        if (bits == 64) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = Double.longBitsToDouble((long) LONG.get(data.array(), data.from() + 8 * i));
            }
            return new DoubleColumn(values, count);
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = bits == 32
                    ? Float.intBitsToFloat((int) INT.get(data.array(), data.from() + 4 * i))
                    : Float.float16ToFloat((short) SHORT.get(data.array(), data.from() + 2 * i));
        }
        return new FloatColumn(values, count);
    }

    private Column decimals(DataType.DecimalType type, int width, int count) {
        Bytes data = next();
        data.require((long) count * width);
        int words = width / 8;
        long[] all = longs(data.array(), data.from(), count * words);
        ColumnBuilder builder = ColumnBuilder.of(type, count);
        switch (builder) {
            case IntColumn.Builder b -> {
                for (int i = 0; i < count; i++) {
                    b.append((int) all[i * words]);
                }
            }
            case LongColumn.Builder b -> {
                for (int i = 0; i < count; i++) {
                    b.append(all[i * words]);
                }
            }
            default -> {
                int wanted = type.bits() / 64;
                long[] result = new long[count * wanted];
                for (int i = 0; i < count; i++) {
                    for (int w = 0; w < wanted; w++) {
                        result[i * wanted + w] = w < words ? all[i * words + w] : all[i * words + words - 1] >> 63;
                    }
                }
                return new WideColumn(result, wanted, count);
            }
        }
        return builder.build();
    }

    private Column fixed(ArrowField field, int count) {
        Bytes data = next();
        data.require((long) count * field.width());
        if (field.type() instanceof DataType.UuidType) {
            long[] words = longs(data.array(), data.from(), count * 2);
            for (int i = 0; i < words.length; i++) {
                words[i] = Long.reverseBytes(words[i]);
            }
            return new WideColumn(words, 2, count);
        }
        int from = data.from();
        return new FixedColumn(
                Arrays.copyOfRange(data.array(), from, from + count * field.width()), field.width(), count);
    }

    private int[] offsets(int width, int count) {
        Bytes data = next();
        int[] offsets = new int[count + 1];
        if (count == 0 && data.length() == 0) {
            return offsets;
        }
        data.require((count + 1L) * width);
        long before = 0;
        for (int i = 0; i <= count; i++) {
            long offset = width == 4
                    ? (int) INT.get(data.array(), data.from() + 4 * i)
                    : (long) LONG.get(data.array(), data.from() + 8 * i);
            if (offset < before || offset > Integer.MAX_VALUE) {
                throw broken("offsets that do not rise");
            }
            offsets[i] = (int) offset;
            before = offset;
        }
        return offsets;
    }

    private Column texts(int width, int count) {
        int[] offsets = offsets(width, count);
        Bytes data = next();
        data.require(offsets[count]);
        byte[] bytes = new byte[offsets[count] - offsets[0] + StringColumn.PADDING];
        System.arraycopy(data.array(), data.from() + offsets[0], bytes, 0, offsets[count] - offsets[0]);
        return new StringColumn(bytes, rebased(offsets), count);
    }

    private static int[] rebased(int[] offsets) {
        int first = offsets[0];
        for (int i = 0; i < offsets.length && first != 0; i++) {
            offsets[i] -= first;
        }
        return offsets;
    }

    private Column lists(ArrowField field, int[] offsets, int count) {
        Column elements = column(field.children().getFirst());
        if (offsets[count] > elements.rows()) {
            throw broken("a list that is longer than its elements");
        }
        Column used = offsets[0] == 0 && offsets[count] == elements.rows()
                ? elements
                : elements.slice(offsets[0], offsets[count]);
        if (field.kind() == ArrowSchema.MAP && used instanceof TupleColumn pairs) {
            List<Column> parts = new ArrayList<>(pairs.elements());
            if (parts.getFirst() instanceof NullableColumn key) {
                parts.set(0, key.values());
            }
            used = new TupleColumn(parts, used.rows());
        }
        return new ArrayColumn(rebased(offsets), used, count);
    }

    private Column struct(ArrowField field, int count) {
        List<Column> elements = new ArrayList<>();
        for (ArrowField child : field.children()) {
            Column element = column(child);
            if (element.rows() < count) {
                throw broken("a struct with parts of different length");
            }
            elements.add(element.rows() == count ? element : element.slice(0, count));
        }
        return new TupleColumn(elements, count);
    }
}
