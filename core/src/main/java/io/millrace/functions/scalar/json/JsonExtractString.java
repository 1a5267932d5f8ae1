package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** A value of a JSON text as String, empty if there is none. */
@Builtin("JSONExtractString")
final class JsonExtractString extends TypedJson {
    JsonExtractString() {
        super("JSONExtractString", Types.STRING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractString(json[, path]...)",
                        "A value of a JSON text as String, empty if there is none.")
                .example("SELECT JSONExtractString('{\"a\": \"hello\"}', 'a')", "hello");
    }
}
