package io.millrace.functions.scalar.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.LambdaColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;
import java.util.List;

/** Base of functions of a lambda over keys and values of one map. */
abstract class MapLambda implements HigherOrderFunction {
    private final String name;

    MapLambda(String name) {
        this.name = name;
    }

    abstract DataType resultType(MapType map, DataType value);

    abstract Column combine(ArrayColumn map, Column values, int rows);

    final DbException wrongLambda(DataType value) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Unexpected type of the lambda of function " + name + ": " + value.name());
    }

    @Override
    public List<DataType> lambdaParameters(List<DataType> others, int parameterCount) {
        if (others.isEmpty()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "Function " + name + " needs a lambda and a map");
        }
        MapType map = MapTypes.require(name, others.getFirst());
        return List.of(Types.withoutLowCardinality(map.key()), Types.withoutLowCardinality(map.value()));
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        if (!arguments.getFirst().isLambda()) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        MapType map = MapTypes.require(name, arguments.get(1).type());
        DataType value = arguments.getFirst().type();
        return new Bound(this, resultType(map, value), value);
    }

    /** The function bound to types. */
    private record Bound(MapLambda function, DataType type, DataType value) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn map = MapTypes.plain(arguments[1]);
            int[] offsets = map.offsets();
            int base = offsets[0];
            int size = offsets[rows] - base;
            int[] source = new int[size];
            int[] shifted = new int[rows + 1];
            for (int row = 0; row < rows; row++) {
                shifted[row + 1] = offsets[row + 1] - base;
                Arrays.fill(source, shifted[row], shifted[row + 1], row);
            }
            Column elements = map.elements().slice(base, base + size);
            map = new ArrayColumn(shifted, elements, rows);
            Column[] parameters = {
                MapTypes.keys(map).plain(), MapTypes.values(map).plain()
            };
            Column values = size == 0
                    ? ColumnBuilder.of(value, 0).build()
                    : ((LambdaColumn) arguments[0])
                            .apply(parameters, source, size)
                            .plain();
            return function.combine(map, values, rows);
        }
    }
}
