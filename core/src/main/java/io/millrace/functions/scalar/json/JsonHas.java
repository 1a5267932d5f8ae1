package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Whether a JSON text has a value at a path. */
@Builtin("JSONHas")
final class JsonHas extends JsonFunction {
    JsonHas() {
        super("JSONHas", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONHas(json[, path]...)", "Whether a JSON text has a value at a path.")
                .example("SELECT JSONHas('{\"a\": null}', 'a')", "1");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.UINT8;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return (document, node, out) -> {
            ((ByteColumn.Builder) out).append((byte) 1);
            return true;
        };
    }
}
