package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** A value of a JSON text as Float64, 0 if there is none. */
@Builtin("JSONExtractFloat")
final class JsonExtractFloat extends TypedJson {
    JsonExtractFloat() {
        super("JSONExtractFloat", Types.FLOAT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractFloat(json[, path]...)",
                        "A value of a JSON text as Float64, 0 if there is none.")
                .example("SELECT JSONExtractFloat('{\"a\": 1.5}', 'a')", "1.5");
    }
}
