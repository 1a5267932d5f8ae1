package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The bytes of the value behind a name in a simple JSON text. */
@Builtin({"simpleJSONExtractRaw", "visitParamExtractRaw"})
final class SimpleJsonExtractRaw extends TextFunction {
    SimpleJsonExtractRaw() {
        super("simpleJSONExtractRaw", "sk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractRaw(json, name)",
                        "The bytes of the value behind a name in a simple JSON text.")
                .example("SELECT simpleJSONExtractRaw('{\"a\":[1,2]}', 'a')", "[1,2]");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        int at = SimpleJson.find(in.text(0), in.text(1), row);
        if (at >= 0) {
            out.put(
                    in.text(0).bytes(),
                    at,
                    SimpleJson.end(in.text(0).bytes(), at, in.text(0).to(row)) - at);
        }
    }
}
