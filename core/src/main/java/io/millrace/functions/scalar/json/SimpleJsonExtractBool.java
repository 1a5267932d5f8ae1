package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Whether true stands behind a name in a simple JSON text. */
@Builtin({"simpleJSONExtractBool", "visitParamExtractBool"})
final class SimpleJsonExtractBool extends NumberFunction {
    SimpleJsonExtractBool() {
        super("simpleJSONExtractBool", "sk", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractBool(json, name)",
                        "Whether true stands behind a name in a simple JSON text.")
                .example("SELECT simpleJSONExtractBool('{\"a\":true}', 'a')", "1");
    }

    @Override
    protected long row(RowArguments in, int row) {
        int at = SimpleJson.find(in.text(0), in.text(1), row);
        byte[] bytes = in.text(0).bytes();
        return at >= 0
                        && at + 4 <= in.text(0).to(row)
                        && bytes[at] == 't'
                        && bytes[at + 1] == 'r'
                        && bytes[at + 2] == 'u'
                        && bytes[at + 3] == 'e'
                ? 1
                : 0;
    }
}
