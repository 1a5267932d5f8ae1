package io.millrace.functions.scalar.url;

import io.millrace.data.type.Types;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Base of port and portRFC. */
abstract class PortPart extends NumberFunction {
    private final boolean rfc;

    PortPart(String name, boolean rfc) {
        super(name, "s?c", Types.UINT16);
        this.rfc = rfc;
    }

    @Override
    protected long row(RowArguments in, int row) {
        byte[] bytes = in.text(0).bytes();
        int to = in.text(0).to(row);
        long fallback = in.count() > 1 ? in.number(1).at(row) : 0;
        long host = UrlParts.host(bytes, in.text(0).from(row), to, rfc);
        int at = (int) host;
        if (host == 0 || at >= to || bytes[at] != ':') {
            return fallback;
        }
        int port = 0;
        int digits = at + 1;
        while (digits < to && bytes[digits] >= '0' && bytes[digits] <= '9' && port <= 65_535) {
            port = port * 10 + bytes[digits++] - '0';
        }
        boolean ends = digits == to || bytes[digits] == '/' || bytes[digits] == '?' || bytes[digits] == '#';
        return port > 0 && port <= 65_535 && ends ? port : fallback;
    }
}
