package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of the emptyArray functions. */
abstract class NoElements implements ScalarFunction {
    private final String name;
    private final DataType element;

    NoElements(String name, DataType element) {
        this.name = name;
        this.element = element;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 0);
        return new Bound(Types.array(element));
    }

    /** An empty array for each row. */
    private record Bound(ArrayType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(
                    new ArrayColumn(
                            new int[2], ColumnBuilder.of(type.element(), 0).build(), 1),
                    rows);
        }
    }
}
