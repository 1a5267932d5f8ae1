package io.millrace.functions.scalar.map;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.HigherOrderFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/** Base of mapSort and mapReverseSort. */
abstract class MapSorting implements HigherOrderFunction {
    private final String name;
    private final String arraySort;

    MapSorting(String name, String arraySort) {
        this.name = name;
        this.arraySort = arraySort;
    }

    @Override
    public List<DataType> lambdaParameters(List<DataType> others, int parameterCount) {
        MapType map = MapTypes.require(name, others.getFirst());
        return List.of(Types.withoutLowCardinality(map.key()), Types.withoutLowCardinality(map.value()));
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        boolean lambda = arguments.getFirst().isLambda();
        MapType map = MapTypes.require(name, arguments.getLast().type());
        List<Argument> sorted = new ArrayList<>();
        if (lambda) {
            sorted.add(arguments.getFirst());
            DataType pair = map.asArray().element();
            Argument pairs = Argument.value("pairs", Types.array(pair));
            sorted.add(pairs);
        } else {
            sorted.add(Argument.value("pairs", map.asArray()));
        }
        return new Bound(map, context.functions().bindScalar(arraySort, sorted, context));
    }

    /** The array's sort. */
    private record Bound(DataType type, BoundScalar sort) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return sort.evaluate(arguments, rows, context);
        }
    }
}
