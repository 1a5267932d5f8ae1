package io.millrace.functions.scalar.nullable;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;
import java.util.List;

/** Base of isNull and isNotNull. */
abstract class NullTest implements ScalarFunction {
    private final String name;
    private final boolean wanted;

    NullTest(String name, boolean wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        return new Bound(wanted);
    }

    private record Bound(boolean wanted) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Column column = arguments[0];
            switch (column) {
                case NullableColumn nullable when wanted -> Bitmaps.ofBytes(nullable.nulls(), rows, bitmap);
                case NullableColumn nullable -> {
                    Bitmaps.setAll(bitmap, rows);
                    Bitmaps.clearWhere(nullable.nulls(), rows, bitmap);
                }
                case DictionaryColumn dictionary -> {
                    Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
                    for (int i = 0; i < rows; i++) {
                        if (dictionary.isNull(i) == wanted) {
                            Bitmaps.set(bitmap, i);
                        }
                    }
                }
                default -> {
                    boolean isNull = column instanceof ConstColumn constant && constant.isNull(0);
                    if (isNull == wanted) {
                        Bitmaps.setAll(bitmap, rows);
                    } else {
                        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
                    }
                }
            }
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            if (wanted && arguments[0] instanceof NullableColumn nullable) {
                return new ByteColumn(nullable.nulls(), rows);
            }
            return BoundPredicate.super.evaluate(arguments, rows, context);
        }
    }
}
