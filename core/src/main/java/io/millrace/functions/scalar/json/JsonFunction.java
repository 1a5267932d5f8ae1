package io.millrace.functions.scalar.json;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import io.millrace.functions.scalar.row.TextView;
import java.util.List;

/** Base of functions that look at the value at the end of a path of names and numbers. */
abstract class JsonFunction implements ScalarFunction {
    private final String name;
    private final int behindPath;

    /** {@code behindPath} constant arguments follow the path. */
    JsonFunction(String name, int behindPath) {
        this.name = name;
        this.behindPath = behindPath;
    }

    final String name() {
        return name;
    }

    abstract DataType resultType(List<Argument> arguments);

    /** A writer of values of the result type. */
    abstract Extraction extraction(DataType type, BindContext context);

    /** What is written for a node. Made for each block. */
    interface Extraction {
        /** Appends the answer for a node; false if there is none, then nothing is appended. */
        boolean append(JsonDocument document, int node, ColumnBuilder out);

        /** Appends the answer for a name that was reached last, where that matters. */
        default boolean appendAt(JsonDocument document, int node, int key, ColumnBuilder out) {
            return append(document, node, out);
        }
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1 + behindPath, Integer.MAX_VALUE);
        if (!Types.isStringLike(arguments.getFirst().type())) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        int steps = arguments.size() - 1 - behindPath;
        for (int i = 1; i <= steps; i++) {
            DataType type = arguments.get(i).type();
            if (!Types.isStringLike(type) && !(type instanceof IntegerType)) {
                throw Signature.illegalType(name, type);
            }
        }
        return new Bound(
                this,
                resultType(arguments),
                arguments.stream().map(Argument::type).toList(),
                steps,
                context);
    }

    /** The function bound to types. */
    private record Bound(JsonFunction function, DataType type, List<DataType> types, int steps, BindContext context)
            implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext evaluation) {
            TextView text = TextView.of(arguments[0]);
            TextView[] names = new TextView[steps];
            NumberView[] numbers = new NumberView[steps];
            for (int i = 0; i < steps; i++) {
                if (types.get(i + 1) instanceof IntegerType) {
                    numbers[i] = NumberView.of(arguments[i + 1], types.get(i + 1));
                } else {
                    names[i] = TextView.of(arguments[i + 1]);
                }
            }
            JsonDocument document = new JsonDocument();
            Extraction extraction = function.extraction(type, context);
            ColumnBuilder out = ColumnBuilder.of(type, rows);
            for (int row = 0; row < rows; row++) {
                int node = document.parse(text.bytes(), text.from(row), text.to(row)) ? 0 : -1;
                int key = -1;
                for (int i = 0; i < steps && node >= 0; i++) {
                    if (names[i] != null) {
                        node = document.member(node, names[i].copy(row));
                        key = node - 1;
                    } else {
                        boolean object = document.kind(node) == JsonDocument.Kind.OBJECT;
                        long n = numbers[i].at(row);
                        key = object ? document.memberAt(node, n) : -1;
                        node = document.element(node, n);
                    }
                }
                if (node < 0 || !extraction.appendAt(document, node, key, out)) {
                    out.appendDefault();
                }
            }
            return out.build();
        }
    }
}
