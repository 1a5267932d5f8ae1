package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** A part of a JSON text as JSON. */
@Builtin("JSONExtractRaw")
final class JsonExtractRaw extends JsonFunction {
    JsonExtractRaw() {
        super("JSONExtractRaw", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("JSON", "JSONExtractRaw(json[, path]...)", "A part of a JSON text as JSON.")
                .example("SELECT JSONExtractRaw('{\"a\": [1, {\"b\": 2}]}', 'a')", "[1,{\"b\":2}]");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return Types.STRING;
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return JsonTexts::raw;
    }
}
