package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last value of a lambda that is called with its value so far and each element in turn. */
@Builtin("arrayFold")
final class ArrayFold implements HigherOrderFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFold((acc, x) -> f(acc, x), array, ..., start)",
                        "The last value of a lambda that is called with its value so far and each element in turn.")
                .example("SELECT arrayFold((acc, x) -> acc + x * 2, [1, 2, 3], 0::Int64)", "12");
    }

    @Override
    public List<DataType> lambdaParameters(List<DataType> others, int parameterCount) {
        List<DataType> result = new ArrayList<>();
        result.add(others.getLast());
        for (DataType type : others.subList(0, others.size() - 1)) {
            if (!(type instanceof ArrayType array)) {
                throw Signature.illegalType("arrayFold", type);
            }
            result.add(Types.withoutLowCardinality(array.element()));
        }
        return result;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayFold", arguments, 3, Integer.MAX_VALUE);
        if (!arguments.getFirst().isLambda()) {
            throw Signature.illegalType("arrayFold", arguments.getFirst().type());
        }
        DataType type = arguments.getLast().type();
        if (!arguments.getFirst().type().equals(type)) {
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    "Return type of lambda function must be the same as the accumulator type. Inferred return type "
                            + arguments.getFirst().type().name() + ", inferred accumulator type " + type.name());
        }
        return new Bound(type);
    }

    /** The fold: one call of the lambda for the n-th elements of all rows that have one. */
    private record Bound(DataType type) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            LambdaColumn lambda = (LambdaColumn) arguments[0];
            ArrayColumn[] arrays =
                    ArrayTypes.aligned("arrayFold", Arrays.copyOfRange(arguments, 1, arguments.length - 1), rows);
            int[] offsets = arrays[0].offsets();
            Column state = arguments[arguments.length - 1].plain();
            for (int n = 0; ; n++) {
                context.cancellation().check();
                int[] active = new int[rows];
                int[] positions = new int[rows];
                int count = 0;
                for (int row = 0; row < rows; row++) {
                    if (offsets[row] + n < offsets[row + 1]) {
                        active[count] = row;
                        positions[count++] = offsets[row] + n;
                    }
                }
                if (count == 0) {
                    return state;
                }
                Column[] parameters = new Column[arrays.length + 1];
                parameters[0] = state.gather(active, count);
                for (int i = 0; i < arrays.length; i++) {
                    parameters[i + 1] = arrays[i].elements().plain().gather(positions, count);
                }
                Column next = lambda.apply(parameters, Arrays.copyOf(active, count), count)
                        .plain();
                state = count == rows ? next : merged(state, next, active, count, rows);
            }
        }

        private Column merged(Column state, Column next, int[] active, int count, int rows) {
            ElementPool pool = new ElementPool();
            pool.add(state);
            int base = pool.add(next);
            int[] positions = new int[rows];
            Arrays.setAll(positions, i -> i);
            for (int i = 0; i < count; i++) {
                positions[active[i]] = base + i;
            }
            return pool.column().gather(positions, rows);
        }
    }
}
