package io.millrace.functions.scalar.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number behind a name in a simple JSON text as UInt64. */
@Builtin({"simpleJSONExtractUInt", "visitParamExtractUInt"})
final class SimpleJsonExtractUInt extends SimpleJsonNumber {
    SimpleJsonExtractUInt() {
        super("simpleJSONExtractUInt", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "JSON",
                        "simpleJSONExtractUInt(json, name)",
                        "The number behind a name in a simple JSON text as UInt64.")
                .example("SELECT simpleJSONExtractUInt('{\"a\":5}', 'a')", "5");
    }
}
