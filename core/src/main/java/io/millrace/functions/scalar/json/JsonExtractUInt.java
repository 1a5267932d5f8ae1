package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** A value of a JSON text as UInt64, 0 if there is none. */
@Builtin("JSONExtractUInt")
final class JsonExtractUInt extends TypedJson {
    JsonExtractUInt() {
        super("JSONExtractUInt", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "JSONExtractUInt(json[, path]...)",
                        "A value of a JSON text as UInt64, 0 if there is none.")
                .example("SELECT JSONExtractUInt('{\"a\": 5}', 'a')", "5");
    }
}
