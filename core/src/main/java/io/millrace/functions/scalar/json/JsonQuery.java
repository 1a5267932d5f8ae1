package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/** The values at a path as a JSON array. */
@Builtin("JSON_QUERY")
final class JsonQuery extends PathFunction {
    JsonQuery() {
        super("JSON_QUERY", Types.STRING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSON_QUERY(json, path)", "The values at a path as a JSON array.")
                .example("SELECT JSON_QUERY('{\"a\": [1, 2]}', '$.a[*]')", "[1, 2]");
    }

    @Override
    void answer(JsonDocument document, List<Integer> nodes, ColumnBuilder out) {
        if (nodes.isEmpty()) {
            out.appendDefault();
            return;
        }
        ByteSink sink = new ByteSink();
        sink.putByte('[');
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                sink.putText(", ");
            }
            document.appendJson(nodes.get(i), sink);
        }
        sink.putByte(']');
        ((StringColumn.Builder) out).append(sink.array(), 0, sink.size());
    }
}
