package io.millrace.functions.scalar.map;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.Supertype;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.Coercion;
import io.millrace.functions.scalar.array.Positions;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The first map with the values of the second where they have keys in common, and its other pairs behind. */
@Builtin("mapUpdate")
final class MapUpdate implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Map",
                        "mapUpdate(a, b)",
                        "The first map with the values of the second where they have keys in common, and its other "
                                + "pairs behind.")
                .example("SELECT mapUpdate(map('a', 1, 'b', 2), map('b', 9))", "{'a':1,'b':9}");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("mapUpdate", arguments, 2);
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        types.forEach(t -> MapTypes.require("mapUpdate", t));
        MapType common = (MapType) Supertype.leastOrThrow(types);
        List<Coercion> coercions = types.stream()
                .map(t -> Coercion.of(((MapType) t).asArray(), common.asArray(), context))
                .toList();
        return new Bound(common, coercions, ValueOrder.of(common.key()));
    }

    /** Maps updated. */
    private record Bound(MapType type, List<Coercion> coercions, ValueOrder order) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn a = MapTypes.plain(coercions.get(0).apply(arguments[0], rows, context));
            ArrayColumn b = MapTypes.plain(coercions.get(1).apply(arguments[1], rows, context));
            ColumnBuilder joined = ColumnBuilder.of(
                    type.asArray().element(), a.elements().rows() + b.elements().rows());
            joined.appendRange(a.elements(), 0, a.elements().rows());
            joined.appendRange(b.elements(), 0, b.elements().rows());
            int base = a.elements().rows();
            Column all = joined.build();
            Column keys = ((TupleColumn) all).elements().getFirst();
            Positions out = new Positions(rows, all.rows());
            for (int row = 0; row < rows; row++) {
                boolean[] used = new boolean[b.length(row)];
                for (int i = a.offsets()[row]; i < a.offsets()[row + 1]; i++) {
                    int chosen = i;
                    for (int j = 0; j < used.length; j++) {
                        int at = base + b.offsets()[row] + j;
                        if (order.compare(keys, i, keys, at, 1) == 0) {
                            chosen = at;
                            used[j] = true;
                        }
                    }
                    out.add(chosen);
                }
                for (int j = 0; j < used.length; j++) {
                    if (!used[j]) {
                        out.add(base + b.offsets()[row] + j);
                    }
                }
                out.endRow();
            }
            return out.build(all);
        }
    }
}
