package io.millrace.pipeline.operator.key;

import io.millrace.base.error.DbException;
import io.millrace.base.hash.EngineHash;
import io.millrace.base.io.ByteSink;
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
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the key columns of a block into a normal form and back: up to four 64-bit words when all keys have a fixed width, the string itself for a single
 * String, and serialized bytes otherwise.
 *
 * <p>Keys are equal as in ClickHouse's GROUP BY: NULL equals NULL, all NaN are one, 0 and -0 are two. Immutable; threads share it.
 */
public final class KeyEncoder {
    private static final int MAX_WORDS = 4;

    private final List<DataType> types;
    private final Form form;
    private final List<Piece> pieces;
    private final int wordCount;

    /** How keys are normalised. */
    public enum Form {
        /** There is no key: every row is the same. */
        NONE,
        WORDS,
        /** One String key, as it is. */
        STRING,
        SERIALIZED
    }

    /**
     * Where a part of a key lies in the words.
     *
     * @param bits 64, 32, 16, 8, or 1 for the flag of NULL
     * @param part which word of a value of several words
     */
    private record Piece(int key, int bits, int part, boolean isFlag, int word, int shift) {
        Piece at(int newWord, int newShift) {
            return new Piece(key, bits, part, isFlag, newWord, newShift);
        }
    }

    private KeyEncoder(List<DataType> types, Form form, List<Piece> pieces, int wordCount) {
        this.types = types;
        this.form = form;
        this.pieces = pieces;
        this.wordCount = wordCount;
    }

    public static KeyEncoder of(List<DataType> keyTypes) {
        List<DataType> types = keyTypes.stream().map(KeyEncoder::plainType).toList();
        if (types.isEmpty()) {
            return new KeyEncoder(types, Form.NONE, List.of(), 0);
        }
        if (types.size() == 1 && types.getFirst().layout() == Layout.STRING) {
            return new KeyEncoder(types, Form.STRING, List.of(), 0);
        }
        List<Piece> pieces = new ArrayList<>();
        for (int key = 0; key < types.size(); key++) {
            if (!addPieces(types.get(key), key, pieces)) {
                return new KeyEncoder(types, Form.SERIALIZED, List.of(), 0);
            }
        }
        List<Piece> placed = new ArrayList<>();
        int words = place(pieces, placed);
        return words <= MAX_WORDS
                ? new KeyEncoder(types, Form.WORDS, placed, words)
                : new KeyEncoder(types, Form.SERIALIZED, List.of(), 0);
    }

    /** The type without LowCardinality at any depth: how {@link #decode} gives keys back. */
    static DataType plainType(DataType type) {
        return switch (type) {
            case DataType.LowCardinalityType l -> plainType(l.nested());
            case DataType.SimpleAggregateType s -> plainType(s.nested());
            case DataType.NullableType n -> new DataType.NullableType(plainType(n.nested()));
            case DataType.ArrayType a -> new DataType.ArrayType(plainType(a.element()));
            case DataType.MapType m -> plainType(m.asArray());
            case DataType.TupleType t ->
                new DataType.TupleType(
                        t.elements().stream().map(KeyEncoder::plainType).toList(), t.names());
            default -> type;
        };
    }

    /** A plain column in the layout of a type, which may have LowCardinality in it. */
    public static Column inLayoutOf(DataType type, Column plain) {
        if (!hasDictionary(type)) {
            return plain;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, plain.rows());
        builder.appendRange(plain, 0, plain.rows());
        return builder.build();
    }

    private static boolean hasDictionary(DataType type) {
        return switch (type) {
            case DataType.LowCardinalityType l -> true;
            case DataType.SimpleAggregateType s -> hasDictionary(s.nested());
            case DataType.ArrayType a -> hasDictionary(a.element());
            case DataType.MapType m -> hasDictionary(m.asArray());
            case DataType.TupleType t -> t.elements().stream().anyMatch(KeyEncoder::hasDictionary);
            default -> false;
        };
    }

    private static boolean addPieces(DataType type, int key, List<Piece> pieces) {
        if (type instanceof DataType.NullableType nullable) {
            pieces.add(new Piece(key, 1, 0, true, 0, 0));
            return addPieces(nullable.nested(), key, pieces);
        }
        int bits = switch (type.layout()) {
            case BYTE -> 8;
            case SHORT -> 16;
            case INT, FLOAT -> 32;
            case LONG, DOUBLE -> 64;
            case WIDE -> 64 * wordsOf(type);
            case FIXED -> 64 * ((fixedWidth(type) + 7) / 8);
            case STRING, NULLABLE, DICTIONARY, ARRAY, TUPLE -> 0;
        };
        if (bits == 0 || bits > 64 * MAX_WORDS) {
            return false;
        }
        for (int part = 0; part < (bits + 63) / 64; part++) {
            pieces.add(new Piece(key, Math.min(64, bits), part, false, 0, 0));
        }
        return true;
    }

    static int wordsOf(DataType type) {
        return switch (type) {
            case DataType.IntegerType i -> i.bits() / 64;
            case DataType.DecimalType d -> d.bits() / 64;
            default -> 2;
        };
    }

    static int fixedWidth(DataType type) {
        return type instanceof DataType.FixedStringType f ? f.length() : 16;
    }

    /** Gives each piece its place, widest first so that none straddles two words; returns the number of words. */
    private static int place(List<Piece> pieces, List<Piece> placed) {
        int bit = 0;
        for (int bits : new int[] {64, 32, 16, 8, 1}) {
            for (Piece piece : pieces) {
                if (piece.bits() == bits) {
                    placed.add(piece.at(bit >>> 6, bit & 63));
                    bit += bits;
                }
            }
        }
        return (bit + 63) >>> 6;
    }

    public Form form() {
        return form;
    }

    /** Words per key, 0 when keys are bytes. */
    public int wordCount() {
        return wordCount;
    }

    public List<DataType> types() {
        return types;
    }

    /** Fills {@code batch} with the keys of {@code rows} rows; columns may be constants or dictionaries. */
    public void encode(Column[] columns, int rows, KeyBatch batch) {
        batch.ensure(wordCount, rows);
        switch (form) {
            case NONE -> {} // hashes are zero from the beginning
            case WORDS -> {
                encodeWords(columns, rows, batch);
                hashWords(batch);
            }
            case STRING -> {
                batch.bytes = (StringColumn) columns[0].plain();
                hashBytes(batch);
            }
            case SERIALIZED -> {
                batch.bytes = serialize(columns, rows);
                hashBytes(batch);
            }
        }
    }

    private void encodeWords(Column[] columns, int rows, KeyBatch batch) {
        int begunWord = -1;
        Column[] plain = new Column[columns.length];
        for (int key = 0; key < columns.length; key++) {
            plain[key] = columns[key].plain();
        }
        for (Piece piece : pieces) {
            long[] target = batch.words[piece.word()];
            boolean first = piece.word() != begunWord;
            begunWord = piece.word();
            if (first && needsClearing(plain[piece.key()], piece)) {
                Arrays.fill(target, 0, rows, 0);
                first = false;
            }
            encodePiece(plain[piece.key()], piece, rows, target, first);
        }
    }

    private static boolean needsClearing(Column column, Piece piece) {
        return piece.isFlag()
                || column instanceof NullableColumn
                || !(column instanceof LongColumn || column instanceof IntColumn);
    }

    private static void encodePiece(Column column, Piece piece, int rows, long[] target, boolean set) {
        int shift = piece.shift();
        if (column instanceof NullableColumn nullable) {
            byte[] nulls = nullable.nulls();
            if (piece.isFlag()) {
                for (int i = 0; i < rows; i++) {
                    target[i] |= (long) nulls[i] << shift;
                }
                return;
            }
            long[] values = new long[rows];
            encodeValues(nullable.values(), piece.part(), rows, values, 0, false);
            for (int i = 0; i < rows; i++) {
                target[i] |= (values[i] & (nulls[i] - 1L)) << shift;
            }
            return;
        }
        encodeValues(column, piece.part(), rows, target, shift, set);
    }

    /** ORs the values, zero-extended, into {@code target} at a shift; or sets them if {@code set}. */
    private static void encodeValues(Column column, int part, int rows, long[] target, int shift, boolean set) {
        switch (column) {
            case ByteColumn c -> {
                byte[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    target[i] |= (v[i] & 0xFFL) << shift;
                }
            }
            case ShortColumn c -> {
                short[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    target[i] |= (v[i] & 0xFFFFL) << shift;
                }
            }
            case IntColumn c -> encodeInts(c.values(), rows, target, shift, set);
            case LongColumn c -> System.arraycopy(c.values(), 0, target, 0, rows);
            case FloatColumn c -> {
                float[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    target[i] |= (Float.floatToIntBits(v[i]) & 0xFFFFFFFFL) << shift;
                }
            }
            case DoubleColumn c -> {
                double[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    target[i] = Double.doubleToLongBits(v[i]);
                }
            }
            case WideColumn c -> {
                long[] v = c.words();
                int n = c.wordsPerValue();
                for (int i = 0; i < rows; i++) {
                    target[i] = v[i * n + part];
                }
            }
            case FixedColumn c -> encodeFixed(c, part, rows, target);
            default ->
                throw DbException.bug("No words for a " + column.getClass().getSimpleName());
        }
    }

    private static void encodeInts(int[] v, int rows, long[] target, int shift, boolean set) {
        if (set) {
            for (int i = 0; i < rows; i++) {
                target[i] = v[i] & 0xFFFFFFFFL;
            }
        } else {
            for (int i = 0; i < rows; i++) {
                target[i] |= (v[i] & 0xFFFFFFFFL) << shift;
            }
        }
    }

    private static void encodeFixed(FixedColumn column, int part, int rows, long[] target) {
        byte[] bytes = column.bytes();
        int width = column.width();
        int length = Math.min(8, width - part * 8);
        for (int i = 0; i < rows; i++) {
            long word = 0;
            for (int b = 0; b < length; b++) {
                word |= (bytes[i * width + part * 8 + b] & 0xFFL) << (8 * b);
            }
            target[i] = word;
        }
    }

    private StringColumn serialize(Column[] columns, int rows) {
        if (KeyRows.fits(types)) {
            return KeyRows.write(types, columns, rows);
        }
        ByteSink sink = new ByteSink(rows * 16);
        int[] offsets = new int[rows + 1];
        KeyBytes[] writers = new KeyBytes[columns.length];
        Column[] plain = new Column[columns.length];
        for (int key = 0; key < columns.length; key++) {
            plain[key] = columns[key].plain();
            writers[key] = KeyBytes.of(types.get(key));
        }
        for (int i = 0; i < rows; i++) {
            for (int key = 0; key < writers.length; key++) {
                writers[key].write(plain[key], i, sink);
            }
            offsets[i + 1] = sink.size();
        }
        sink.reserve(StringColumn.PADDING);
        return new StringColumn(sink.array(), offsets, rows);
    }

    /** Fills the hashes from the words; the same as {@link #encode} does. */
    public static void hashWords(KeyBatch batch) {
        long[] hashes = batch.hashes;
        int rows = batch.rows;
        long[] first = batch.words[0];
        for (int i = 0; i < rows; i++) {
            hashes[i] = EngineHash.mix(first[i]);
        }
        for (int word = 1; word < batch.words.length; word++) {
            long[] next = batch.words[word];
            for (int i = 0; i < rows; i++) {
                hashes[i] = EngineHash.combine(hashes[i], next[i]);
            }
        }
    }

    /** Fills the hashes from the bytes. */
    public static void hashBytes(KeyBatch batch) {
        byte[] bytes = batch.bytes.bytes();
        int[] offsets = batch.bytes.offsets();
        long[] hashes = batch.hashes;
        int padded = bytes.length - 8;
        for (int i = 0; i < batch.rows; i++) {
            int from = offsets[i];
            int length = offsets[i + 1] - from;
            hashes[i] = from + length <= padded
                    ? EngineHash.hashPadded(bytes, from, length)
                    : EngineHash.hashBytes(bytes, from, length);
        }
    }

    /** The key columns again, one plain column per key type. */
    public Column[] decode(KeyBatch batch) {
        return switch (form) {
            case NONE -> new Column[0];
            case STRING -> new Column[] {batch.bytes};
            case SERIALIZED -> deserialize(batch.bytes);
            case WORDS -> {
                Column[] columns = new Column[types.size()];
                for (int key = 0; key < columns.length; key++) {
                    columns[key] = decodeKey(key, batch);
                }
                yield columns;
            }
        };
    }

    private Column decodeKey(int key, KeyBatch batch) {
        int rows = batch.rows;
        List<Piece> mine = pieces.stream().filter(p -> p.key() == key).toList();
        Column values = decodeValues(
                Types.withoutNullable(types.get(key)),
                mine.stream().filter(p -> !p.isFlag()).toList(),
                batch);
        for (Piece piece : mine) {
            if (piece.isFlag()) {
                byte[] nulls = new byte[rows];
                long[] source = batch.words[piece.word()];
                for (int i = 0; i < rows; i++) {
                    nulls[i] = (byte) (source[i] >>> piece.shift() & 1);
                }
                return new NullableColumn(nulls, values);
            }
        }
        return values;
    }

    private static Column decodeValues(DataType type, List<Piece> parts, KeyBatch batch) {
        int rows = batch.rows;
        long[] source = batch.words[parts.getFirst().word()];
        int shift = parts.getFirst().shift();
        return switch (type.layout()) {
            case BYTE -> {
                byte[] v = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (byte) (source[i] >>> shift);
                }
                yield new ByteColumn(v, rows);
            }
            case SHORT -> {
                short[] v = new short[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (short) (source[i] >>> shift);
                }
                yield new ShortColumn(v, rows);
            }
            case INT -> {
                int[] v = new int[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (int) (source[i] >>> shift);
                }
                yield new IntColumn(v, rows);
            }
            case FLOAT -> {
                float[] v = new float[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = Float.intBitsToFloat((int) (source[i] >>> shift));
                }
                yield new FloatColumn(v, rows);
            }
            case LONG -> new LongColumn(Arrays.copyOf(source, rows), rows);
            case DOUBLE -> {
                double[] v = new double[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = Double.longBitsToDouble(source[i]);
                }
                yield new DoubleColumn(v, rows);
            }
            case WIDE -> {
                int n = parts.size();
                long[] v = new long[rows * n];
                for (Piece piece : parts) {
                    long[] word = batch.words[piece.word()];
                    for (int i = 0; i < rows; i++) {
                        v[i * n + piece.part()] = word[i];
                    }
                }
                yield new WideColumn(v, n, rows);
            }
            case FIXED -> decodeFixed(fixedWidth(type), parts, batch);
            case STRING, NULLABLE, DICTIONARY, ARRAY, TUPLE -> throw DbException.bug("No words for " + type.name());
        };
    }

    private static FixedColumn decodeFixed(int width, List<Piece> parts, KeyBatch batch) {
        byte[] bytes = new byte[batch.rows * width + StringColumn.PADDING];
        for (Piece piece : parts) {
            long[] word = batch.words[piece.word()];
            int at = piece.part() * 8;
            int length = Math.min(8, width - at);
            for (int i = 0; i < batch.rows; i++) {
                for (int b = 0; b < length; b++) {
                    bytes[i * width + at + b] = (byte) (word[i] >>> (8 * b));
                }
            }
        }
        return new FixedColumn(bytes, width, batch.rows);
    }

    private Column[] deserialize(StringColumn bytes) {
        if (KeyRows.fits(types)) {
            return KeyRows.read(types, bytes);
        }
        KeyBytes[] readers = types.stream().map(KeyBytes::of).toArray(KeyBytes[]::new);
        ColumnBuilder[] builders =
                types.stream().map(t -> ColumnBuilder.of(t, bytes.rows())).toArray(ColumnBuilder[]::new);
        KeyBytes.Cursor cursor = new KeyBytes.Cursor(bytes.bytes());
        for (int i = 0; i < bytes.rows(); i++) {
            cursor.position = bytes.offsets()[i];
            for (int key = 0; key < readers.length; key++) {
                readers[key].read(cursor, builders[key]);
            }
        }
        return Arrays.stream(builders).map(ColumnBuilder::build).toArray(Column[]::new);
    }
}
