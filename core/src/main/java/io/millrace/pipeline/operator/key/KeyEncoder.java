package io.millrace.pipeline.operator.key;

import io.millrace.base.hash.EngineHash;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts the key columns of a block into a normal form and back: up to four 64-bit words when all keys have a fixed width, the string itself for a single
 * String, and serialized bytes otherwise.
 *
 * <p>Keys are equal as in ClickHouse's GROUP BY: NULL equals NULL, all NaN are one, 0 and -0 are two. Immutable; threads share it.
 */
public final class KeyEncoder {
    private final List<DataType> types;
    private final Form form;
    /** How keys of words lie in them; there only for {@link Form#WORDS}. */
    private final Optional<KeyWords> words;

    /** How keys are normalised. */
    public enum Form {
        /** There is no key: every row is the same. */
        NONE,
        WORDS,
        /** One String key, as it is. */
        STRING,
        SERIALIZED
    }

    private KeyEncoder(List<DataType> types, Form form, Optional<KeyWords> words) {
        this.types = types;
        this.form = form;
        this.words = words;
    }

    public static KeyEncoder of(List<DataType> keyTypes) {
        List<DataType> types = keyTypes.stream().map(KeyEncoder::plainType).toList();
        if (types.isEmpty()) {
            return new KeyEncoder(types, Form.NONE, Optional.empty());
        }
        if (types.size() == 1 && types.getFirst().layout() == Layout.STRING) {
            return new KeyEncoder(types, Form.STRING, Optional.empty());
        }
        Optional<KeyWords> words = KeyWords.of(types);
        return new KeyEncoder(types, words.isPresent() ? Form.WORDS : Form.SERIALIZED, words);
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

    public Form form() {
        return form;
    }

    /** Words per key, 0 when keys are bytes. */
    public int wordCount() {
        return words.map(KeyWords::count).orElse(0);
    }

    public List<DataType> types() {
        return types;
    }

    /** Fills {@code batch} with the keys of {@code rows} rows; columns may be constants or dictionaries. */
    public void encode(Column[] columns, int rows, KeyBatch batch) {
        batch.ensure(wordCount(), rows);
        switch (form) {
            case NONE -> {} // hashes are zero from the beginning
            case WORDS -> {
                words.orElseThrow().encode(columns, rows, batch.words);
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
            case WORDS -> words.orElseThrow().decode(batch);
        };
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
