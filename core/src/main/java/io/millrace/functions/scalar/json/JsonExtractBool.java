package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** A value of a JSON text as 0 or 1. */
@Builtin("JSONExtractBool")
final class JsonExtractBool extends JsonFunction {
    JsonExtractBool() {
        super("JSONExtractBool", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONExtractBool(json[, path]...)", "A value of a JSON text as 0 or 1.")
                .example("SELECT JSONExtractBool('{\"a\": true}', 'a')", "1");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.UINT8;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return JsonValues.of(Types.BOOL, context);
    }
}
