package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to IPv4. */
@Builtin("toIPv4")
final class ToIPv4 extends PlainConversion {
    ToIPv4() {
        super("toIPv4", new Ipv4Type(), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv4(x)", "Converts a value to IPv4.")
                .example("SELECT toIPv4('116.106.34.242')", "116.106.34.242");
    }
}
