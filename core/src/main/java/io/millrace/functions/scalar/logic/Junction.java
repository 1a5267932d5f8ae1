package io.millrace.functions.scalar.logic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** Base of and and or: any number of conditions, NULL being unknown. */
abstract class Junction implements ScalarFunction {
    private final String name;
    private final boolean conjunction;

    Junction(String name, boolean conjunction) {
        this.name = name;
        this.conjunction = conjunction;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() < 2) {
            throw new DbException(
                    ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
                    "Number of arguments for function \"" + name + "\" should be at least 2: passed "
                            + arguments.size());
        }
        Truth.check(name, arguments);
        return new Bound(Truth.result(arguments), conjunction);
    }

    private record Bound(DataType type, boolean conjunction) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Truth.trueRows(arguments[0], rows, bitmap);
            long[] next = new long[Bitmaps.words(rows)];
            for (int i = 1; i < arguments.length; i++) {
                Truth.trueRows(arguments[i], rows, next);
                merge(bitmap, next, conjunction);
            }
        }

        private static void merge(long[] all, long[] next, boolean and) {
            for (int word = 0; word < next.length; word++) {
                all[word] = and ? all[word] & next[word] : all[word] | next[word];
            }
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int words = Bitmaps.words(rows);
            long[] trueRows = new long[words];
            select(arguments, rows, trueRows, context);
            ByteColumn values = new ByteColumn(Bitmaps.toBytes(trueRows, rows), rows);
            if (!type.isNullable()) {
                return values;
            }
            long[] falseRows = new long[words];
            long[] oneTrue = new long[words];
            long[] oneFalse = new long[words];
            for (int i = 0; i < arguments.length; i++) {
                Truth.trueRows(arguments[i], rows, oneTrue);
                Truth.falseRows(arguments[i], oneTrue, rows, i == 0 ? falseRows : oneFalse);
                if (i > 0) {
                    merge(falseRows, oneFalse, !conjunction);
                }
            }
            for (int word = 0; word < words; word++) {
                oneTrue[word] = ~(trueRows[word] | falseRows[word]);
            }
            return new NullableColumn(Bitmaps.toBytes(oneTrue, rows), values);
        }
    }
}
