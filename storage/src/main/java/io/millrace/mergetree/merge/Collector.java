package io.millrace.mergetree.merge;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.type.DataType;
import java.util.IdentityHashMap;

/** Collects rows of columns of one type. Not thread-safe. */
interface Collector {
    void append(Column column, int from, int to);

    Column build();

    static Collector of(DataType type, int rows) {
        return type instanceof DataType.LowCardinalityType l ? new Codes(l, rows) : new Values(type, rows);
    }

    /** Collects values. */
    final class Values implements Collector {
        private final ColumnBuilder builder;

        Values(DataType type, int rows) {
            builder = ColumnBuilder.of(type, rows);
        }

        @Override
        public void append(Column column, int from, int to) {
            builder.appendRange(column, from, to);
        }

        @Override
        public Column build() {
            return builder.build();
        }
    }

    /** Collects dictionary codes; the codes of each source's dictionary are translated once, however often the sources alternate. */
    final class Codes implements Collector {
        private final DictionaryColumn.Builder dictionary;
        private final IdentityHashMap<Column, int[]> translations = new IdentityHashMap<>();

        Codes(DataType.LowCardinalityType type, int rows) {
            dictionary = new DictionaryColumn.Builder(type.nested(), rows);
        }

        @Override
        public void append(Column column, int from, int to) {
            if (!(column instanceof DictionaryColumn source)) {
                dictionary.appendRange(column, from, to);
                return;
            }
            int[] translation = translations.computeIfAbsent(
                    source.dictionary(), d -> new int[source.dictionary().rows()]);
            for (int row = from; row < to; row++) {
                int code = source.codes()[row];
                if (translation[code] == 0) {
                    translation[code] = dictionary.codeOf(source.dictionary(), code) + 1;
                }
                dictionary.appendCode(translation[code] - 1);
            }
        }

        @Override
        public Column build() {
            return dictionary.build();
        }
    }
}
