package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.List;

/** The first value at a path that is no array or object, as text. */
@Builtin("JSON_VALUE")
final class JsonValueOf extends PathFunction {
    JsonValueOf() {
        super("JSON_VALUE", Types.STRING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSON_VALUE(json, path)",
                        "The first value at a path that is no array or object, as text.")
                .example("SELECT JSON_VALUE('{\"a\": {\"b\": \"x\"}}', '$.a.b')", "x");
    }

    @Override
    void answer(JsonDocument document, List<Integer> nodes, ColumnBuilder out) {
        for (int node : nodes) {
            JsonDocument.Kind kind = document.kind(node);
            if (kind != JsonDocument.Kind.ARRAY && kind != JsonDocument.Kind.OBJECT && kind != JsonDocument.Kind.NULL) {
                if (kind == JsonDocument.Kind.STRING) {
                    JsonTexts.name(document, node, out);
                } else {
                    JsonTexts.raw(document, node, out);
                }
                return;
            }
        }
        out.appendDefault();
    }
}
