package io.millrace.functions.scalar.encoding;

import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import java.util.Base64;

/** Base of base64Encode and base64URLEncode. */
abstract class Base64Encoding extends TextFunction {
    private final Base64.Encoder encoder;

    Base64Encoding(String name, Base64.Encoder encoder) {
        super(name, "s");
        this.encoder = encoder;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        out.put(encoder.encode(in.text(0).copy(row)));
    }
}
