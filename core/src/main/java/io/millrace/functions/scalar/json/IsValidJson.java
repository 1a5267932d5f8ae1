package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Whether a string is valid JSON. */
@Builtin("isValidJSON")
final class IsValidJson extends NumberFunction {
    IsValidJson() {
        super("isValidJSON", "s", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "isValidJSON(s)", "Whether a string is valid JSON.")
                .example("SELECT isValidJSON('{\"a\": 1}'), isValidJSON('{a: 1}')", "1\t0");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return new JsonDocument()
                        .parse(
                                in.text(0).bytes(),
                                in.text(0).from(row),
                                in.text(0).to(row))
                ? 1
                : 0;
    }
}
