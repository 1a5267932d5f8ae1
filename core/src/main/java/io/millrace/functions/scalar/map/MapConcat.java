package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Supertype;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The pairs of several maps in one; equal keys stay. */
@Builtin("mapConcat")
final class MapConcat implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapConcat(a, b, ...)", "The pairs of several maps in one; equal keys stay.")
                .example("SELECT mapConcat(map('a', 1), map('b', 2))", "{'a':1,'b':2}");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("mapConcat", arguments, 1, Integer.MAX_VALUE);
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        types.forEach(t -> MapTypes.require("mapConcat", t));
        MapType common = (MapType) Supertype.leastOrThrow(types);
        List<Argument> arrays = types.stream()
                .map(t -> Argument.value("map", ((MapType) t).asArray()))
                .toList();
        return new Bound(common, context.functions().bindScalar("arrayConcat", arrays, context));
    }

    /** The arrays one behind the other. */
    private record Bound(DataType type, BoundScalar concat) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return concat.evaluate(arguments, rows, context);
        }
    }
}
