package io.millrace.functions.scalar.array;

import io.millrace.base.hash.EngineHash;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.functions.scalar.kernel.Widening;
import io.millrace.functions.scalar.row.TextView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the values of a column: equal values have equal numbers, from 0 on in the order of first occurrence;
 * NULL equals NULL.
 */
final class ValueIds {
    private final int[] ids;
    private final int count;

    private ValueIds(int[] ids, int count) {
        this.ids = ids;
        this.count = count;
    }

    int[] ids() {
        return ids;
    }

    /** How many different values there are. */
    int count() {
        return count;
    }

    static ValueIds of(Column column) {
        int rows = column.rows();
        return switch (column) {
            case ConstColumn c -> new ValueIds(new int[rows], 1);
            case DictionaryColumn d -> of(d.plain());
            case NullableColumn n -> {
                long[] keys = keys(of(n.values()), rows);
                for (int i = 0; i < rows; i++) {
                    keys[i] = n.nulls()[i] != 0 ? -1 : keys[i];
                }
                yield ofKeys(keys, rows);
            }
            case TupleColumn t -> {
                ValueIds result = new ValueIds(new int[rows], 1);
                for (Column element : t.elements()) {
                    result = pairs(result, of(element), rows);
                }
                yield result;
            }
            case ArrayColumn a -> ofArrays(a, rows);
            case StringColumn s -> ofTexts(TextView.of(s), rows);
            case FixedColumn f -> ofTexts(TextView.of(f), rows);
            case WideColumn w -> {
                ValueIds result = new ValueIds(new int[rows], 1);
                for (int word = 0; word < w.wordsPerValue(); word++) {
                    long[] keys = new long[rows];
                    for (int i = 0; i < rows; i++) {
                        keys[i] = w.words()[i * w.wordsPerValue() + word];
                    }
                    result = pairs(result, ofKeys(keys, rows), rows);
                }
                yield result;
            }
            case FloatColumn f -> {
                long[] keys = new long[rows];
                for (int i = 0; i < rows; i++) {
                    keys[i] = Double.doubleToLongBits(f.values()[i] + 0.0);
                }
                yield ofKeys(keys, rows);
            }
            case DoubleColumn d -> {
                long[] keys = new long[rows];
                for (int i = 0; i < rows; i++) {
                    keys[i] = Double.doubleToLongBits(d.values()[i] + 0.0);
                }
                yield ofKeys(keys, rows);
            }
            default -> ofKeys(Widening.longs(column, true, rows), rows);
        };
    }

    /** Numbers for pairs of values. */
    static ValueIds pairs(ValueIds a, ValueIds b, int rows) {
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = (long) a.ids[i] << 32 | b.ids[i];
        }
        return ofKeys(keys, rows);
    }

    private static long[] keys(ValueIds values, int rows) {
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = values.ids[i];
        }
        return keys;
    }

    private static ValueIds ofArrays(ArrayColumn arrays, int rows) {
        int[] elements = of(arrays.elements()).ids;
        Map<List<Integer>, Integer> known = new HashMap<>();
        int[] ids = new int[rows];
        for (int row = 0; row < rows; row++) {
            List<Integer> key = new ArrayList<>();
            for (int i = arrays.offsets()[row]; i < arrays.offsets()[row + 1]; i++) {
                key.add(elements[i]);
            }
            Integer id = known.putIfAbsent(key, known.size());
            ids[row] = id == null ? known.size() - 1 : id;
        }
        return new ValueIds(ids, known.size());
    }

    private static ValueIds ofKeys(long[] keys, int rows) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, rows)) << 2);
        int[] table = new int[capacity];
        int[] first = new int[rows];
        int[] ids = new int[rows];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            int slot = (int) EngineHash.mix(keys[i]) & capacity - 1;
            while (table[slot] != 0 && keys[first[table[slot] - 1]] != keys[i]) {
                slot = slot + 1 & capacity - 1;
            }
            if (table[slot] == 0) {
                first[count] = i;
                table[slot] = ++count;
            }
            ids[i] = table[slot] - 1;
        }
        return new ValueIds(ids, count);
    }

    private static ValueIds ofTexts(TextView texts, int rows) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, rows)) << 2);
        int[] table = new int[capacity];
        int[] first = new int[rows];
        int[] ids = new int[rows];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            int slot = (int) EngineHash.hashBytes(texts.bytes(), texts.from(i), texts.length(i)) & capacity - 1;
            while (table[slot] != 0 && !texts.equalAt(i, texts, first[table[slot] - 1])) {
                slot = slot + 1 & capacity - 1;
            }
            if (table[slot] == 0) {
                first[count] = i;
                table[slot] = ++count;
            }
            ids[i] = table[slot] - 1;
        }
        return new ValueIds(ids, count);
    }
}
