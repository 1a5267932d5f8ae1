package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The string behind a name in a simple JSON text, escapes replaced. */
@Builtin({"simpleJSONExtractString", "visitParamExtractString"})
final class SimpleJsonExtractString extends TextFunction {
    SimpleJsonExtractString() {
        super("simpleJSONExtractString", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractString(json, name)",
                        "The string behind a name in a simple JSON text, escapes replaced.")
                .example("SELECT simpleJSONExtractString('{\"a\":\"x\"}', 'a')", "x");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        int at = SimpleJson.find(in.text(0), in.text(1), row);
        byte[] bytes = in.text(0).bytes();
        if (at < 0 || at >= in.text(0).to(row) || bytes[at] != '"') {
            return;
        }
        JsonDocument document = new JsonDocument();
        if (document.parse(bytes, at, SimpleJson.end(bytes, at, in.text(0).to(row)))) {
            document.appendText(0, out);
        }
    }
}
