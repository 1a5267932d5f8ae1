package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Whether a name occurs in a simple JSON text. */
@Builtin({"simpleJSONHas", "visitParamHas"})
final class SimpleJsonHas extends NumberFunction {
    SimpleJsonHas() {
        super("simpleJSONHas", "sk", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "simpleJSONHas(json, name)", "Whether a name occurs in a simple JSON text.")
                .example("SELECT simpleJSONHas('{\"a\":1}', 'a')", "1");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return SimpleJson.find(in.text(0), in.text(1), row) >= 0 ? 1 : 0;
    }
}
