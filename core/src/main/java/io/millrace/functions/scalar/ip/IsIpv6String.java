package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextView;

/** Whether a text is an IPv6 address. */
@Builtin("isIPv6String")
final class IsIpv6String extends NumberFunction {
    IsIpv6String() {
        super("isIPv6String", "s", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "isIPv6String(s)", "Whether a text is an IPv6 address.")
                .example("SELECT isIPv6String('::1'), isIPv6String('1.2.3.4')", "1\t0");
    }

    @Override
    protected long row(RowArguments in, int row) {
        TextView text = in.text(0);
        boolean colon = false;
        for (int i = text.from(row); i < text.to(row); i++) {
            colon |= text.bytes()[i] == ':';
        }
        return colon && AddressText.v6(text, row, new byte[16], 0) ? 1 : 0;
    }
}
