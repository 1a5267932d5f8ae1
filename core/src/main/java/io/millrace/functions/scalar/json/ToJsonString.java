package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.TextColumns;
import java.time.ZoneId;
import java.util.List;

/** A value as JSON. */
@Builtin("toJSONString")
final class ToJsonString implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "toJSONString(x)", "A value as JSON.")
                .example("SELECT toJSONString(map('a', [1, 2]))", "{\"a\":[1,2]}");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toJSONString", arguments, 1);
        return new Bound(arguments.getFirst().type(), context.zone());
    }

    /** Values as JSON. */
    private record Bound(DataType from, ZoneId zone) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TextWriter writer = TextWriter.of(from, TextStyle.JSON, TextOptions.defaults(TimeZone.of(zone.getId())));
            writer.bind(Repeated.full(arguments[0]));
            TextColumns out = new TextColumns(rows, rows * 16L, context);
            for (int row = 0; row < rows; row++) {
                writer.write(row, out.sink());
                out.endRow();
            }
            return out.build();
        }
    }
}
