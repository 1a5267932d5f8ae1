package io.millrace.functions.scalar.map;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of mapContainsKey and mapContainsValue. */
abstract class MapSearch implements ScalarFunction {
    private final String name;
    private final int index;

    MapSearch(String name, int index) {
        this.name = name;
        this.index = index;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        MapType map = MapTypes.require(name, arguments.getFirst().type());
        DataType side = Types.array(index == 0 ? map.key() : map.value());
        Argument array = Argument.value(arguments.getFirst().name(), side);
        return new Bound(context.functions().bindScalar("has", List.of(array, arguments.get(1)), context), index);
    }

    /** has on one side of the pairs. */
    private record Bound(BoundScalar has, int index) implements BoundScalar {
        @Override
        public DataType type() {
            return has.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn map = MapTypes.plain(arguments[0]);
            Column side = new ArrayColumn(
                    map.offsets(), ((TupleColumn) map.elements()).elements().get(index), rows);
            return has.evaluate(new Column[] {side, arguments[1]}, rows, context);
        }
    }
}
