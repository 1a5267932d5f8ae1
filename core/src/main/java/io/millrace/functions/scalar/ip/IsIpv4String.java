package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Whether a text is an IPv4 address. */
@Builtin("isIPv4String")
final class IsIpv4String extends NumberFunction {
    IsIpv4String() {
        super("isIPv4String", "s", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "isIPv4String(s)", "Whether a text is an IPv4 address.")
                .example("SELECT isIPv4String('127.0.0.1')", "1");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return AddressText.v4(in.text(0), row) >= 0 ? 1 : 0;
    }
}
