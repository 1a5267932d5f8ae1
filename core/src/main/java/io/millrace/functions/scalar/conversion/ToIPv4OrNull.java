package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as IPv4; NULL if it is none. */
@Builtin("toIPv4OrNull")
final class ToIPv4OrNull extends PlainConversion {
    ToIPv4OrNull() {
        super("toIPv4OrNull", new Ipv4Type(), CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv4OrNull(x)", "Reads a string as IPv4; NULL if it is none.")
                .example("SELECT toIPv4OrNull('116.106.34.242'), toIPv4OrNull('x')", "116.106.34.242\t\\N");
    }
}
