package io.millrace.functions.scalar.ip;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The number of an IPv4 address. */
@Builtin({"IPv4StringToNum", "INET_ATON"})
final class Ipv4StringToNum extends NumberFunction {
    Ipv4StringToNum() {
        super("IPv4StringToNum", "s", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "IPv4StringToNum(s)", "The number of an IPv4 address.")
                .example("SELECT IPv4StringToNum('192.168.1.1')", "3232235777");
    }

    @Override
    protected boolean mayFail() {
        return true;
    }

    @Override
    protected long row(RowArguments in, int row) {
        long address = AddressText.v4(in.text(0), row);
        if (address < 0) {
            throw new DbException(ErrorCode.CANNOT_PARSE_IPV4, "Invalid IPv4 value");
        }
        return address;
    }
}
