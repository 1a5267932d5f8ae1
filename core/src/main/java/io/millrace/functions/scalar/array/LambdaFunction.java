package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.Conditions;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Base of functions of a lambda and arrays of equal sizes; without the lambda they look at the elements
 * themselves.
 */
abstract class LambdaFunction implements HigherOrderFunction {
    private static final int PIECE = 1 << 18;

    private final String name;
    private final boolean lambdaNeeded;

    LambdaFunction(String name, boolean lambdaNeeded) {
        this.name = name;
        this.lambdaNeeded = lambdaNeeded;
    }

    final String name() {
        return name;
    }

    /** The result type. {@code element} is that of the first array, {@code value} the lambda's. */
    abstract DataType resultType(DataType element, DataType value);

    /**
     * The answer for a block.
     *
     * @param array the first array, its elements from 0 on
     * @param values the lambda's value for each element
     */
    abstract Column combine(ArrayColumn array, Column values, DataType valueType, int rows);

    /** Whether values may make it throw. */
    boolean mayFail() {
        return true;
    }

    @Override
    public List<DataType> lambdaParameters(List<DataType> others, int parameterCount) {
        List<DataType> result = new ArrayList<>();
        for (DataType type : others) {
            switch (type) {
                case ArrayType array -> result.add(Types.withoutLowCardinality(array.element()));
                case MapType map -> {
                    result.add(Types.withoutLowCardinality(map.key()));
                    result.add(Types.withoutLowCardinality(map.value()));
                }
                default -> throw Signature.illegalType(name, type);
            }
        }
        if (result.size() == 1
                && parameterCount > 1
                && result.getFirst() instanceof TupleType tuple
                && tuple.elements().size() == parameterCount) {
            return tuple.elements();
        }
        return result;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        boolean lambda = !arguments.isEmpty() && arguments.getFirst().isLambda();
        int arrays = arguments.size() - (lambda ? 1 : 0);
        if (lambdaNeeded && !lambda && arguments.size() > 1) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        if (arrays < 1 || !lambda && arrays > 1) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function " + name + " needs "
                            + (lambda ? "at least one array argument" : "a lambda before its arrays"));
        }
        if (lambdaNeeded && !lambda) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function " + name + " needs at least 2 arguments, a lambda and an array; passed "
                            + arguments.size());
        }
        for (int i = lambda ? 1 : 0; i < arguments.size(); i++) {
            ArrayTypes.element(name, arguments.get(i));
        }
        DataType element = ArrayTypes.element(name, arguments.get(lambda ? 1 : 0));
        DataType value =
                Types.withoutLowCardinality(lambda ? arguments.getFirst().type() : element);
        int parameters = arguments.getFirst().lambdaParameters().map(List::size).orElse(0);
        return new Bound(this, resultType(element, value), value, lambda, parameters);
    }

    /** ILLEGAL_TYPE_OF_ARGUMENT unless a lambda's value is a condition. */
    final void requireCondition(DataType value) {
        DataType bare = Types.withoutNullable(value);
        if (!bare.equals(Types.UINT8) && !bare.equals(Types.BOOL) && !bare.equals(Types.NOTHING)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Unexpected type of filter for function " + name + ": expected UInt8, got " + value.name());
        }
    }

    /** Bits of the elements whose value is true. */
    static long[] truth(Column values) {
        long[] bitmap = new long[Bitmaps.words(values.rows())];
        Conditions.truth(values, values.rows(), bitmap);
        return bitmap;
    }

    /** The function bound to types. */
    private record Bound(LambdaFunction function, DataType type, DataType value, boolean lambda, int parameters)
            implements BoundScalar {
        @Override
        public boolean mayFail() {
            return function.mayFail();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] columns = lambda ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
            ArrayColumn[] arrays = ArrayTypes.aligned(function.name, columns, rows);
            int[] offsets = arrays[0].offsets();
            if (!lambda) {
                return function.combine(arrays[0], arrays[0].elements().plain(), value, rows);
            }
            Column[] elements = new Column[arrays.length];
            for (int i = 0; i < arrays.length; i++) {
                elements[i] = arrays[i].elements().plain();
            }
            if (elements.length < parameters && elements[0] instanceof TupleColumn tuple) {
                elements = tuple.elements().toArray(Column[]::new);
            }
            int count = offsets[rows];
            long bytes = count <= PIECE ? 0 : 4L * count;
            context.memory().reserve(bytes);
            try {
                int[] source = ArrayTypes.rowOfElement(offsets, rows);
                Column values = count == 0
                        ? ColumnBuilder.of(value, 0).build()
                        : values((LambdaColumn) arguments[0], elements, source, context);
                return function.combine(arrays[0], values, value, rows);
            } finally {
                context.memory().release(bytes);
            }
        }

        /** The lambda's values, computed in pieces, since a block may have a thousand times as many elements as rows. */
        private Column values(LambdaColumn lambda, Column[] elements, int[] source, EvaluationContext context) {
            if (source.length <= PIECE) {
                return lambda.apply(elements, source, source.length).plain();
            }
            ColumnBuilder values = ColumnBuilder.of(value, PIECE);
            Column[] some = new Column[elements.length];
            long held = 0;
            try {
                for (int from = 0; from < source.length; from += PIECE) {
                    context.cancellation().check();
                    int to = Math.min(source.length, from + PIECE);
                    for (int i = 0; i < some.length; i++) {
                        some[i] = elements[i].slice(from, to);
                    }
                    int[] rowOf = Arrays.copyOfRange(source, from, to);
                    Column piece = lambda.apply(some, rowOf, to - from).plain();
                    values.appendRange(piece, 0, to - from);
                    // what there is, and as much again for the next time it grows
                    context.memory().reserve(2 * values.sizeBytes() - held);
                    held = 2 * values.sizeBytes();
                }
            } finally {
                context.memory().release(held);
            }
            return values.build();
        }
    }
}
