package io.millrace.functions.scalar.string;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.ArrayAffix;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;
import java.util.List;

/** Base of startsWith and endsWith. */
abstract class Affixes implements ScalarFunction {
    private final String name;
    private final boolean atEnd;

    Affixes(String name, boolean atEnd) {
        this.name = name;
        this.atEnd = atEnd;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() == 2 && arguments.getFirst().type() instanceof ArrayType) {
            return new ArrayAffix(name, atEnd).bind(arguments, context);
        }
        new RowSignature(name, "ss").check(arguments);
        return new Test(atEnd);
    }

    /** Compares the first or last bytes. */
    private record Test(boolean atEnd) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            TextView text = TextView.of(arguments[0]);
            TextView affix = TextView.of(arguments[1]);
            for (int row = 0; row < rows; row++) {
                int length = affix.length(row);
                if (length > text.length(row)) {
                    continue;
                }
                int at = atEnd ? text.to(row) - length : text.from(row);
                if (Arrays.equals(text.bytes(), at, at + length, affix.bytes(), affix.from(row), affix.to(row))) {
                    bitmap[row >> 6] |= 1L << row;
                }
            }
        }
    }
}
