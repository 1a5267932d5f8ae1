package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** An array of the arguments, in their common type. */
@Builtin("array")
final class ArrayOf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "array(a, b, ...)", "An array of the arguments, in their common type.")
                .example("SELECT array(1, 2, 300), [1, NULL]", "[1,2,300]\t[1,NULL]");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        List<DataType> types = arguments.stream().map(Argument::type).toList();
        DataType element = types.isEmpty() ? Types.NOTHING : Supertype.leastOrThrow(types);
        return new Bound(
                Types.array(element),
                types.stream().map(t -> Coercion.of(t, element, context)).toList());
    }

    /** One array per row. */
    private record Bound(ArrayType type, List<Coercion> coercions) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int width = arguments.length;
            int[] offsets = new int[rows + 1];
            if (width == 0) {
                return new ArrayColumn(
                        offsets, ColumnBuilder.of(type.element(), 0).build(), rows);
            }
            ElementPool pool = new ElementPool();
            for (int i = 0; i < width; i++) {
                pool.add(coercions.get(i).apply(arguments[i], rows, context).plain());
            }
            int[] positions = new int[Math.multiplyExact(rows, width)];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < width; i++) {
                    positions[row * width + i] = i * rows + row;
                }
                offsets[row + 1] = (row + 1) * width;
            }
            Column elements = pool.column().gather(positions, positions.length);
            return new ArrayColumn(offsets, Encoding.of(type.element(), elements), rows);
        }
    }
}
