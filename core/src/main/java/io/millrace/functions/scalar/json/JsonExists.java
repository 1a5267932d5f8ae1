package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/** Whether a JSON text has a value at a path. */
@Builtin("JSON_EXISTS")
final class JsonExists extends PathFunction {
    JsonExists() {
        super("JSON_EXISTS", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSON_EXISTS(json, path)", "Whether a JSON text has a value at a path.")
                .example("SELECT JSON_EXISTS('{\"a\": 1}', '$.a')", "1");
    }

    @Override
    void answer(JsonDocument document, List<Integer> nodes, ColumnBuilder out) {
        ((ByteColumn.Builder) out).append((byte) (nodes.isEmpty() ? 0 : 1));
    }
}
