package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** An object's members as (name, JSON text). */
@Builtin("JSONExtractKeysAndValuesRaw")
final class JsonExtractKeysAndValuesRaw extends JsonPairs {
    JsonExtractKeysAndValuesRaw() {
        super("JSONExtractKeysAndValuesRaw", 0);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractKeysAndValuesRaw(json[, path]...)",
                        "An object's members as (name, JSON text).")
                .example("SELECT JSONExtractKeysAndValuesRaw('{\"a\": [1]}')", "[('a','[1]')]");
    }

    @Override
    DataType resultType(List<Argument> arguments) {
        return pairType(Types.STRING);
    }

    @Override
    Extraction extraction(DataType type, BindContext context) {
        return pairs(JsonTexts::raw);
    }
}
