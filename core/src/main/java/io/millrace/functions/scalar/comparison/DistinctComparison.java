package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of isDistinctFrom and isNotDistinctFrom: comparisons for which NULL is a value equal to itself. */
abstract class DistinctComparison implements ScalarFunction {
    private final String name;
    private final boolean equal;

    DistinctComparison(String name, boolean equal) {
        this.name = name;
        this.equal = equal;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType a = Types.withoutNullable(arguments.get(0).type());
        DataType b = Types.withoutNullable(arguments.get(1).type());
        if (a instanceof DataType.NothingType || b instanceof DataType.NothingType) {
            BoundPredicate never = (columns, rows, bitmap, evaluation) -> IntegerComparison.fill(bitmap, rows, false);
            return new Bound(never, equal);
        }
        List<Argument> bare = List.of(
                arguments.get(0).withType(a, arguments.get(0).constant().map(DistinctComparison::values)),
                arguments.get(1).withType(b, arguments.get(1).constant().map(DistinctComparison::values)));
        BoundScalar inner = Comparisons.bind(Operator.EQUALS, bare, context);
        BoundPredicate predicate = inner instanceof BoundPredicate p ? p : new FromValues(inner);
        return new Bound(predicate, equal);
    }

    private static Column values(Column column) {
        return switch (column) {
            case NullableColumn nullable -> nullable.values();
            case ConstColumn constant -> new ConstColumn(values(constant.value()), constant.rows());
            default -> column;
        };
    }

    private record FromValues(BoundScalar inner) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            io.millrace.expressions.evaluate.Conditions.truth(inner.evaluate(arguments, rows, context), rows, bitmap);
        }
    }

    private record Bound(BoundPredicate equals, boolean equal) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Column a = arguments[0];
            Column b = arguments[1];
            equals.select(new Column[] {values(a), values(b)}, rows, bitmap, context);
            if (a instanceof NullableColumn
                    || b instanceof NullableColumn
                    || a.rows() > 0 && (a.isNull(0) || b.isNull(0))) {
                for (int i = 0; i < rows; i++) {
                    boolean nullA = a.isNull(i);
                    boolean nullB = b.isNull(i);
                    if (nullA || nullB) {
                        bitmap[i >>> 6] &= ~(1L << i);
                        bitmap[i >>> 6] |= (nullA && nullB ? 1L : 0L) << i;
                    }
                }
            }
            if (!equal) {
                for (int word = 0; word < Bitmaps.words(rows); word++) {
                    bitmap[word] = ~bitmap[word];
                }
                PairLoops.cut(bitmap, rows);
            }
        }
    }
}
