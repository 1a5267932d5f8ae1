package io.millrace.functions.scalar.json;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.row.RowSignature;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** Base of JSON_VALUE, JSON_QUERY and JSON_EXISTS: a constant path of SQL's standard. */
abstract class PathFunction implements ScalarFunction {
    private final String name;
    private final DataType type;

    PathFunction(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    /** Appends the answer; {@code nodes} is empty for what is no JSON. */
    abstract void answer(JsonDocument document, List<Integer> nodes, ColumnBuilder out);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        new RowSignature(name, "sk").check(arguments);
        return new Bound(
                this,
                JsonPath.parse(
                        TextView.of(arguments.get(1).constant().orElseThrow()).text(0)));
    }

    /** The function with its path. */
    private record Bound(PathFunction function, JsonPath path) implements BoundScalar {
        @Override
        public DataType type() {
            return function.type;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextView text = TextView.of(arguments[0]);
            JsonDocument document = new JsonDocument();
            ColumnBuilder out = ColumnBuilder.of(function.type, rows);
            for (int row = 0; row < rows; row++) {
                boolean valid = document.parse(text.bytes(), text.from(row), text.to(row));
                function.answer(document, valid ? path.nodes(document) : List.of(), out);
            }
            return out.build();
        }
    }
}
