package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The number of an IPv4 address, 0 if the text is none. */
@Builtin("IPv4StringToNumOrDefault")
final class Ipv4StringToNumOrDefault extends NumberFunction {
    Ipv4StringToNumOrDefault() {
        super("IPv4StringToNumOrDefault", "s", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "IP address",
                        "IPv4StringToNumOrDefault(s)",
                        "The number of an IPv4 address, 0 if the text is none.")
                .example("SELECT IPv4StringToNumOrDefault('x')", "0");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return Math.max(0, AddressText.v4(in.text(0), row));
    }
}
