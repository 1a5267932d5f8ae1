package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Base of arrayZip and arrayZipUnaligned. */
abstract class Zipping implements ScalarFunction {
    private final String name;
    private final boolean unaligned;

    Zipping(String name, boolean unaligned) {
        this.name = name;
        this.unaligned = unaligned;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, Integer.MAX_VALUE);
        List<DataType> elements = arguments.stream()
                .map(a -> ArrayTypes.element(name, a))
                .map(t -> unaligned ? Types.nullable(t) : t)
                .toList();
        return new Bound(this, Types.array(new TupleType(elements, List.of())));
    }

    /** Arrays of tuples. */
    private record Bound(Zipping function, DataType type) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return !function.unaligned;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            if (!function.unaligned) {
                ArrayColumn[] arrays = ArrayTypes.aligned(function.name, arguments, rows);
                List<Column> elements =
                        Arrays.stream(arrays).map(ArrayColumn::elements).toList();
                int[] offsets = arrays[0].offsets();
                return new ArrayColumn(offsets, new TupleColumn(elements, offsets[rows]), rows);
            }
            List<Column> elements = new ArrayList<>();
            int[] offsets = new int[rows + 1];
            for (Column argument : arguments) {
                ArrayView array = ArrayView.of(argument);
                Positions out = new Positions(rows, array.elements().rows());
                for (int row = 0; row < rows; row++) {
                    out.addRange(array.from(row), array.to(row));
                    for (Column other : arguments) {
                        while (out.rowSize() < ArrayView.of(other).length(row)) {
                            out.add(-1);
                        }
                    }
                    out.endRow();
                }
                Column plain = array.elements().plain();
                Column nullable =
                        plain instanceof NullableColumn ? plain : new NullableColumn(new byte[plain.rows()], plain);
                ArrayColumn padded = out.build(nullable);
                offsets = padded.offsets();
                elements.add(padded.elements());
            }
            return new ArrayColumn(offsets, new TupleColumn(elements, offsets[rows]), rows);
        }
    }
}
