package io.millrace.functions.scalar.url;

import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;

/** Base of functions that give a part of a URL. */
abstract class UrlPart extends SliceFunction {
    UrlPart(String name) {
        super(name, "s");
    }

    abstract long part(byte[] bytes, int from, int to);

    @Override
    protected final long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        return part(bytes, from, to);
    }
}
