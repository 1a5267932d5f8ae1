package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** The port of a URL, or the default (0). */
@Builtin("port")
final class Port extends NumberFunction {
    Port() {
        super("port", "s?c", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "port(url[, default])", "The port of a URL, or the default (0).")
                .example("SELECT port('http://a.com:8080/')", "8080");
    }

    @Override
    protected long row(RowArguments in, int row) {
        byte[] bytes = in.text(0).bytes();
        int to = in.text(0).to(row);
        long fallback = in.count() > 1 ? in.number(1).at(row) : 0;
        long host = UrlParts.host(bytes, in.text(0).from(row), to);
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
