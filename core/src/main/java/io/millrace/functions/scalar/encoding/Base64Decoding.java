package io.millrace.functions.scalar.encoding;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import java.util.Base64;

/** Base of the functions that read Base64; those that try give the empty string for what is none. */
abstract class Base64Decoding extends TextFunction {
    private final boolean url;
    private final boolean lenient;

    Base64Decoding(String name, boolean url, boolean lenient) {
        super(name, "s");
        this.url = url;
        this.lenient = lenient;
    }

    @Override
    protected boolean mayFail() {
        return !lenient;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] text = in.text(0).copy(row);
        try {
            if (!url && text.length % 4 != 0) {
                throw new IllegalArgumentException("length");
            }
            out.put((url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text));
        } catch (IllegalArgumentException e) {
            if (!lenient) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Failed to " + name() + " input '" + in.text(0).text(row) + "'");
            }
        }
    }
}
