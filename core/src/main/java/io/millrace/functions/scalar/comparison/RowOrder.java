package io.millrace.functions.scalar.comparison;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.DataType.UuidType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.kernel.Numbers;
import java.util.Arrays;

/** Compares any two rows of columns of one type: arrays and tuples element by element, NULL and NaN greater than everything else. */
final class RowOrder {
    private RowOrder() {}

    static int compare(Column a, int rowA, Column b, int rowB, DataType type) {
        if (a instanceof ConstColumn constant) {
            return compare(constant.value(), 0, b, rowB, type);
        }
        if (b instanceof ConstColumn constant) {
            return compare(a, rowA, constant.value(), 0, type);
        }
        if (b instanceof DictionaryColumn dictionary) { // constants inside of arrays and tuples have theirs looked up
            DataType plain = Types.withoutLowCardinality(type);
            return compare(a, rowA, dictionary.dictionary(), dictionary.codes()[rowB], plain);
        }
        return switch (a) {
            case NullableColumn x -> nullable(x, rowA, b, rowB, type);
            case DictionaryColumn x ->
                compare(x.dictionary(), x.codes()[rowA], b, rowB, Types.withoutLowCardinality(type));
            case ArrayColumn x -> arrays(x, rowA, (ArrayColumn) b, rowB, type);
            case TupleColumn x -> tuples(x, rowA, (TupleColumn) b, rowB, type);
            case StringColumn x -> StringComparison.compare(a, rowA, b, rowB, false);
            case FixedColumn x -> fixed(x, rowA, (FixedColumn) b, rowB);
            case FloatColumn x -> Float.compare(x.values()[rowA] + 0f, ((FloatColumn) b).values()[rowB] + 0f);
            case DoubleColumn x -> Double.compare(x.values()[rowA] + 0.0, ((DoubleColumn) b).values()[rowB] + 0.0);
            case WideColumn x -> wide(x, rowA, (WideColumn) b, rowB, type);
            case ByteColumn x -> integers(a, rowA, b, rowB, type);
            case ShortColumn x -> integers(a, rowA, b, rowB, type);
            case IntColumn x -> integers(a, rowA, b, rowB, type);
            case LongColumn x -> integers(a, rowA, b, rowB, type);
            case ConstColumn x -> throw DbException.bug("A constant inside of a constant");
            case LambdaColumn x -> throw DbException.bug("A lambda cannot be compared");
        };
    }

    private static int integers(Column a, int rowA, Column b, int rowB, DataType type) {
        boolean signed = Numbers.isSigned(type);
        long x = Numbers.longAt(a, rowA, signed);
        long y = Numbers.longAt(b, rowB, signed);
        return signed ? Long.compare(x, y) : Long.compareUnsigned(x, y);
    }

    private static int nullable(NullableColumn a, int rowA, Column b, int rowB, DataType type) {
        NullableColumn other = (NullableColumn) b;
        boolean nullA = a.isNull(rowA);
        boolean nullB = other.isNull(rowB);
        if (nullA || nullB) {
            return Boolean.compare(nullA, nullB);
        }
        return compare(a.values(), rowA, other.values(), rowB, Types.withoutNullable(type));
    }

    private static int arrays(ArrayColumn a, int rowA, ArrayColumn b, int rowB, DataType type) {
        DataType element = type instanceof MapType map ? map.asArray().element() : ((ArrayType) type).element();
        int common = Math.min(a.length(rowA), b.length(rowB));
        for (int i = 0; i < common; i++) {
            int outcome = compare(a.elements(), a.offsets()[rowA] + i, b.elements(), b.offsets()[rowB] + i, element);
            if (outcome != 0) {
                return outcome;
            }
        }
        return Integer.compare(a.length(rowA), b.length(rowB));
    }

    private static int tuples(TupleColumn a, int rowA, TupleColumn b, int rowB, DataType type) {
        TupleType tuple = (TupleType) type;
        for (int i = 0; i < tuple.elements().size(); i++) {
            int outcome = compare(
                    a.elements().get(i),
                    rowA,
                    b.elements().get(i),
                    rowB,
                    tuple.elements().get(i));
            if (outcome != 0) {
                return outcome;
            }
        }
        return 0;
    }

    private static int fixed(FixedColumn a, int rowA, FixedColumn b, int rowB) {
        int fromA = rowA * a.width();
        int fromB = rowB * b.width();
        return Arrays.compareUnsigned(a.bytes(), fromA, fromA + a.width(), b.bytes(), fromB, fromB + b.width());
    }

    /** A UUID by its second word first, as in ClickHouse; other numbers by value. */
    private static int wide(WideColumn a, int rowA, WideColumn b, int rowB, DataType type) {
        if (type instanceof UuidType) {
            int outcome = Long.compareUnsigned(a.words()[2 * rowA + 1], b.words()[2 * rowB + 1]);
            return outcome != 0 ? outcome : Long.compareUnsigned(a.words()[2 * rowA], b.words()[2 * rowB]);
        }
        return Numbers.bigAt(a, rowA, type).compareTo(Numbers.bigAt(b, rowB, type));
    }
}
