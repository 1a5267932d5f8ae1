package io.millrace.functions.scalar.map;

import io.millrace.base.text.LikeMatcher;
import io.millrace.base.text.LikePattern;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
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
import io.millrace.functions.scalar.array.Positions;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** Base of functions that compare the keys or values of a map with a LIKE pattern. */
abstract class LikeSearch implements ScalarFunction {
    private final String name;
    private final int index;
    private final boolean extract;

    LikeSearch(String name, int index, boolean extract) {
        this.name = name;
        this.index = index;
        this.extract = extract;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        MapType map = MapTypes.require(name, arguments.get(0).type());
        DataType side = Types.withoutLowCardinality(index == 0 ? map.key() : map.value());
        if (!Types.isStringLike(side)) {
            throw Signature.illegalType(name, map);
        }
        LikePattern pattern = LikePattern.compile(arguments.get(1).requireConstantBytes(name, "pattern"), false);
        return new Bound(extract ? map : Types.UINT8, pattern, index, extract);
    }

    /** The search with its pattern. */
    private record Bound(DataType type, LikePattern pattern, int index, boolean extract) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn map = MapTypes.plain(arguments[0]);
            TextView texts =
                    TextView.of(((TupleColumn) map.elements()).elements().get(index));
            LikeMatcher matcher = pattern.matcher();
            Positions out = new Positions(rows, map.elements().rows());
            byte[] found = new byte[rows];
            for (int row = 0; row < rows; row++) {
                for (int i = map.offsets()[row]; i < map.offsets()[row + 1]; i++) {
                    if (matcher.matches(texts.bytes(), texts.from(i), texts.to(i))) {
                        found[row] = 1;
                        out.add(i);
                    }
                }
                out.endRow();
            }
            return extract ? out.build(map.elements()) : new ByteColumn(found, rows);
        }
    }
}
