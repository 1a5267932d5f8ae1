package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** A value of a JSON text as Int64, 0 if there is none. */
@Builtin("JSONExtractInt")
final class JsonExtractInt extends TypedJson {
    JsonExtractInt() {
        super("JSONExtractInt", Types.INT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractInt(json[, path]...)",
                        "A value of a JSON text as Int64, 0 if there is none.")
                .example("SELECT JSONExtractInt('{\"a\": [1, -5]}', 'a', 2)", "-5");
    }
}
