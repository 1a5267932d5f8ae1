package io.millrace.formats.parquet;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of one leaf: how deep each repeats, how much of its path there is, and the row of the leaf's column that holds its value. Not thread-safe.
 */
final class Levels {
    int[] repetition;
    int[] definition;
    /** Row of {@link #values}; -1 where there is no value. */
    int[] rows;

    int count;
    Column values;

    private Levels(Column column, int rowCount) {
        values = column;
        count = rowCount;
        repetition = new int[rowCount];
        definition = new int[rowCount];
        rows = new int[rowCount];
        for (int i = 0; i < rowCount; i++) {
            rows[i] = i;
        }
    }

    private Levels(Levels other, Column column) {
        values = column;
        count = other.count;
        repetition = other.repetition.clone();
        definition = other.definition.clone();
        rows = other.rows.clone();
    }

    /** The entries of all leaves of a column. */
    static List<Levels> of(DataType type, Column column) {
        List<Levels> leaves = new ArrayList<>();
        Column plain = column.plain();
        descend(type, new Levels(plain, plain.rows()), 0, leaves);
        return leaves;
    }

    private static void descend(DataType type, Levels levels, int depth, List<Levels> leaves) {
        switch (type) {
            case DataType.NullableType n -> {
                levels.nullable();
                descend(n.nested(), levels, depth, leaves);
            }
            case DataType.LowCardinalityType l -> descend(l.nested(), levels, depth, leaves);
            case DataType.SimpleAggregateType s -> descend(s.nested(), levels, depth, leaves);
            case DataType.ArrayType a -> {
                levels.repeated(depth + 1);
                descend(a.element(), levels, depth + 1, leaves);
            }
            case DataType.MapType m -> {
                levels.repeated(depth + 1);
                tuple(List.of(m.key(), m.value()), levels, depth + 1, leaves);
            }
            case DataType.TupleType t -> tuple(t.elements(), levels, depth, leaves);
            default -> leaves.add(levels);
        }
    }

    private static void tuple(List<DataType> types, Levels levels, int depth, List<Levels> leaves) {
        List<Column> elements = ((TupleColumn) levels.values).elements();
        for (int i = 0; i < types.size(); i++) {
            descend(types.get(i), new Levels(levels, elements.get(i)), depth, leaves);
        }
    }

    private void nullable() {
        NullableColumn nullable =
                values instanceof NullableColumn n ? n : new NullableColumn(new byte[values.rows()], values);
        byte[] nulls = nullable.nulls();
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                if (nulls[rows[i]] != 0) {
                    rows[i] = -1;
                } else {
                    definition[i]++;
                }
            }
        }
        values = nullable.values();
    }

    private void repeated(int depth) {
        ArrayColumn array = (ArrayColumn) values;
        int[] offsets = array.offsets();
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += rows[i] < 0 ? 1 : Math.max(1, offsets[rows[i] + 1] - offsets[rows[i]]);
        }
        int size = Math.toIntExact(total);
        int[] newRepetition = new int[size];
        int[] newDefinition = new int[size];
        int[] newRows = new int[size];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = rows[i] < 0 ? 0 : offsets[rows[i] + 1] - offsets[rows[i]];
            if (length == 0) {
                newRepetition[at] = repetition[i];
                newDefinition[at] = definition[i];
                newRows[at++] = -1;
            }
            for (int e = 0; e < length; e++) {
                newRepetition[at] = e == 0 ? repetition[i] : depth;
                newDefinition[at] = definition[i] + 1;
                newRows[at++] = offsets[rows[i]] + e;
            }
        }
        repetition = newRepetition;
        definition = newDefinition;
        rows = newRows;
        count = size;
        values = array.elements();
    }

    /** How many entries have values. */
    int present() {
        return (int) Arrays.stream(rows, 0, count).filter(r -> r >= 0).count();
    }
}
