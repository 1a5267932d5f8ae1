package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number behind a name in a simple JSON text as Int64. */
@Builtin({"simpleJSONExtractInt", "visitParamExtractInt"})
final class SimpleJsonExtractInt extends SimpleJsonNumber {
    SimpleJsonExtractInt() {
        super("simpleJSONExtractInt", Types.INT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractInt(json, name)",
                        "The number behind a name in a simple JSON text as Int64.")
                .example("SELECT simpleJSONExtractInt('{\"a\":-5}', 'a')", "-5");
    }
}
