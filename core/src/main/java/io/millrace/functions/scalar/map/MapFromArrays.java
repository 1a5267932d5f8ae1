package io.millrace.functions.scalar.map;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.ArrayView;
import io.millrace.functions.scalar.array.Positions;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A map of an array of keys and one of values. */
@Builtin({"mapFromArrays", "MAP_FROM_ARRAYS"})
final class MapFromArrays implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Map", "mapFromArrays(keys, values)", "A map of an array of keys and one of values.")
                .example("SELECT mapFromArrays(['a', 'b'], [1, 2])", "{'a':1,'b':2}");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("mapFromArrays", arguments, 2);
        if (!(arguments.get(0).type() instanceof ArrayType keys)) {
            throw Signature.illegalType("mapFromArrays", arguments.get(0).type());
        }
        if (!(arguments.get(1).type() instanceof ArrayType values)) {
            throw Signature.illegalType("mapFromArrays", arguments.get(1).type());
        }
        return new Bound(MapTypes.of("mapFromArrays", keys.element(), values.element()));
    }

    /** The arrays side by side. */
    private record Bound(MapType type) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView keys = ArrayView.of(arguments[0]);
            ArrayView values = ArrayView.of(arguments[1]);
            Positions left = new Positions(rows, keys.elements().rows());
            Positions right = new Positions(rows, values.elements().rows());
            for (int row = 0; row < rows; row++) {
                if (keys.length(row) != values.length(row)) {
                    throw new DbException(
                            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
                            "Key and value arrays should have same amount of elements");
                }
                left.addRange(keys.from(row), keys.to(row));
                right.addRange(values.from(row), values.to(row));
                left.endRow();
                right.endRow();
            }
            ArrayColumn keyArrays = left.build(keys.elements());
            return MapTypes.column(
                    keyArrays.offsets(),
                    keyArrays.elements(),
                    right.build(values.elements()).elements(),
                    rows);
        }
    }
}
