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
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of mapKeys and mapValues. */
abstract class MapPart implements ScalarFunction {
    private final String name;
    private final int index;

    MapPart(String name, int index) {
        this.name = name;
        this.index = index;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        MapType map = MapTypes.require(name, arguments.getFirst().type());
        return new Bound(Types.array(index == 0 ? map.key() : map.value()), index);
    }

    /** One side of the pairs. */
    private record Bound(DataType type, int index) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn map = (ArrayColumn) Repeated.full(arguments[0]);
            return new ArrayColumn(
                    map.offsets(), ((TupleColumn) map.elements()).elements().get(index), rows);
        }
    }
}
