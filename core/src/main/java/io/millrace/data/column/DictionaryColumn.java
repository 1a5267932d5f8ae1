package io.millrace.data.column;

import io.millrace.data.type.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * LowCardinality: each row is a code into a dictionary column of distinct values. Codes are valid indexes; the dictionary may hold values that no
 * row uses. Operators that see the same dictionary object in two blocks may keep what they computed for it.
 */
public final class DictionaryColumn extends Column {
    private final int[] codes;
    private final Column dictionary;

    public DictionaryColumn(int[] codes, Column dictionary, int rows) {
        super(rows);
        this.codes = codes;
        this.dictionary = dictionary;
    }

    public int[] codes() {
        return codes;
    }

    public Column dictionary() {
        return dictionary;
    }

    @Override
    public boolean isNull(int row) {
        return dictionary.isNull(codes[row]);
    }

    @Override
    public Column plain() {
        return dictionary.gather(codes, rows());
    }

    @Override
    public Column gather(int[] positions, int count) {
        int[] result = new int[count];
        boolean defaults = false;
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            defaults |= position < 0;
            result[i] = position < 0 ? -1 : codes[position];
        }
        if (!defaults) {
            return new DictionaryColumn(result, dictionary, count);
        }
        Column withDefault = dictionary.gather(withDefaultBehind(dictionary.rows()), dictionary.rows() + 1);
        for (int i = 0; i < count; i++) {
            result[i] = result[i] < 0 ? dictionary.rows() : result[i];
        }
        return new DictionaryColumn(result, withDefault, count);
    }

    private static int[] withDefaultBehind(int size) {
        int[] positions = new int[size + 1];
        for (int i = 0; i < size; i++) {
            positions[i] = i;
        }
        positions[size] = -1;
        return positions;
    }

    @Override
    public DictionaryColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new DictionaryColumn(Arrays.copyOfRange(codes, from, to), dictionary, to - from);
    }

    @Override
    public long sizeBytes() {
        return 4L * rows() + dictionary.sizeBytes();
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(dictionary.newBuilder(16), expectedRows);
    }

    /**
     * Builds a DictionaryColumn. Values arrive as rows of plain columns or as rows of other dictionaries, whose codes are translated once per
     * distinct code.
     */
    public static final class Builder extends ColumnBuilder {
        private final ColumnBuilder dictionary;
        private final Map<ValueKey, Integer> codeOf = new HashMap<>();
        private final IntColumn.Builder codes;
        private Column translated = new ByteColumn(new byte[0], 0);
        private int[] translation = new int[0];

        public Builder(DataType nested, int expectedRows) {
            this(ColumnBuilder.of(nested, 16), expectedRows);
        }

        Builder(ColumnBuilder dictionary, int expectedRows) {
            this.dictionary = dictionary;
            this.codes = new IntColumn.Builder(expectedRows);
        }

        @Override
        public int rows() {
            return codes.rows();
        }

        @Override
        public void appendDefault() {
            ColumnBuilder one = dictionary.build().newBuilder(1);
            one.appendDefault();
            append(one.build(), 0);
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case ConstColumn constant -> append(constant.value(), 0);
                case DictionaryColumn other -> {
                    if (translated != other.dictionary) {
                        translated = other.dictionary;
                        translation = new int[other.dictionary.rows()];
                    }
                    int code = other.codes[row];
                    if (translation[code] == 0) {
                        translation[code] = codeOf(other.dictionary, code) + 1;
                    }
                    codes.append(translation[code] - 1);
                }
                default -> codes.append(codeOf(source, row));
            }
        }

        /** Appends a row by a code that {@link #codeOf} gave: for readers that remember the codes of values they have seen. */
        public void appendCode(int code) {
            codes.append(code);
        }

        /** The code of a value of a plain column, which becomes part of the dictionary if it is new. */
        public int codeOf(Column source, int row) {
            ValueKey key = ValueKey.of(source, row);
            Integer known = codeOf.get(key);
            if (known != null) {
                return known;
            }
            dictionary.append(source, row);
            codeOf.put(key, dictionary.rows() - 1);
            return dictionary.rows() - 1;
        }

        @Override
        public long sizeBytes() {
            return codes.sizeBytes() + dictionary.sizeBytes() + 64L * codeOf.size();
        }

        @Override
        public void truncate(int toRows) {
            codes.truncate(toRows);
        }

        @Override
        public DictionaryColumn build() {
            IntColumn built = codes.build();
            return new DictionaryColumn(built.values(), dictionary.build(), built.rows());
        }
    }
}
