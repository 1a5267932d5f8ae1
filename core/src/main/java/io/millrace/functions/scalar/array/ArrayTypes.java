package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.expressions.function.Argument;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;

/** Checks of array arguments with ClickHouse's errors. */
final class ArrayTypes {
    private ArrayTypes() {}

    /** Element type of an argument that must be an array. */
    static DataType element(String function, Argument argument) {
        if (argument.type() instanceof ArrayType array) {
            return array.element();
        }
        throw Signature.illegalType(function, argument.type());
    }

    static DbException sizes(String function) {
        return new DbException(
                ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
                "All arrays passed to function " + function + " must have equal size");
    }

    /**
     * Offsets shared by all arrays, which must have equal sizes; the columns with their elements from position 0
     * on.
     */
    static ArrayColumn[] aligned(String function, Column[] columns, int rows) {
        ArrayColumn[] arrays = new ArrayColumn[columns.length];
        for (int i = 0; i < columns.length; i++) {
            arrays[i] = compact((ArrayColumn) (columns[i] instanceof ConstColumn c ? c.plain() : columns[i]), rows);
            for (int row = 0; i > 0 && row <= rows; row++) {
                if (arrays[i].offsets()[row] != arrays[0].offsets()[row]) {
                    throw sizes(function);
                }
            }
        }
        return arrays;
    }

    /** The same arrays with offsets that begin at 0 and elements that end with them. */
    static ArrayColumn compact(ArrayColumn array, int rows) {
        int[] offsets = array.offsets();
        int base = offsets[0];
        if (base == 0 && offsets[rows] == array.elements().rows()) {
            return array;
        }
        int[] shifted = new int[rows + 1];
        for (int i = 0; i <= rows; i++) {
            shifted[i] = offsets[i] - base;
        }
        return new ArrayColumn(shifted, array.elements().slice(base, offsets[rows]), rows);
    }

    /** For each element the row it belongs to. */
    static int[] rowOfElement(int[] offsets, int rows) {
        int[] result = new int[offsets[rows]];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(result, offsets[row], offsets[row + 1], row);
        }
        return result;
    }
}
