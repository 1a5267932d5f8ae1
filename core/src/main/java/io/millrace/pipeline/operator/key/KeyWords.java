package io.millrace.pipeline.operator.key;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
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
import io.millrace.data.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keys of fixed width as up to four 64-bit words and back: which bits of which word each of them has. Immutable; threads share it. */
final class KeyWords {
    private static final int MOST = 4;

    private final List<DataType> types;
    private final List<Piece> pieces;
    private final int count;

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

    private KeyWords(List<DataType> types, List<Piece> pieces, int count) {
        this.types = types;
        this.pieces = pieces;
        this.count = count;
    }

    /** The words of keys of these types; empty when one has no fixed width or they are too many. */
    static Optional<KeyWords> of(List<DataType> types) {
        List<Piece> pieces = new ArrayList<>();
        for (int key = 0; key < types.size(); key++) {
            if (!addPieces(types.get(key), key, pieces)) {
                return Optional.empty();
            }
        }
        List<Piece> placed = new ArrayList<>();
        int words = place(pieces, placed);
        return words <= MOST ? Optional.of(new KeyWords(types, placed, words)) : Optional.empty();
    }

    /** Words per key. */
    int count() {
        return count;
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
        if (bits == 0 || bits > 64 * MOST) {
            return false;
        }
        for (int part = 0; part < (bits + 63) / 64; part++) {
            pieces.add(new Piece(key, Math.min(64, bits), part, false, 0, 0));
        }
        return true;
    }

    private static int wordsOf(DataType type) {
        return switch (type) {
            case DataType.IntegerType i -> i.bits() / 64;
            case DataType.DecimalType d -> d.bits() / 64;
            default -> 2;
        };
    }

    private static int fixedWidth(DataType type) {
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

    /** Fills {@code words} with the keys of {@code rows} rows. */
    void encode(Column[] columns, int rows, long[][] words) {
        int begunWord = -1;
        Column[] plain = new Column[columns.length];
        for (int key = 0; key < columns.length; key++) {
            plain[key] = columns[key].plain();
        }
        for (Piece piece : pieces) {
            long[] target = words[piece.word()];
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

    /** The key columns again. */
    Column[] decode(KeyBatch batch) {
        Column[] columns = new Column[types.size()];
        for (int key = 0; key < columns.length; key++) {
            columns[key] = decodeKey(key, batch);
        }
        return columns;
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
}
