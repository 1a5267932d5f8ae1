package io.millrace.functions.scalar.url;

import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** Base of functions that give a part of a URL. */
abstract class UrlPart extends SliceFunction {
    private final boolean rfc;

    UrlPart(String name) {
        this(name, false);
    }

    /** {@code rfc} for the functions that follow RFC 3986 in what a host is. */
    UrlPart(String name, boolean rfc) {
        super(name, "s");
        this.rfc = rfc;
    }

    final long host(byte[] bytes, int from, int to) {
        return UrlParts.host(bytes, from, to, rfc);
    }

    abstract long part(byte[] bytes, int from, int to);

    @Override
    protected final long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        return part(bytes, from, to);
    }
}
