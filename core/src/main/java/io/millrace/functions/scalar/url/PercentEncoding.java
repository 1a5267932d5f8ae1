package io.millrace.functions.scalar.url;

import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** Base of encodeURLComponent and encodeURLFormComponent. */
abstract class PercentEncoding extends TextFunction {
    private static final String HEX = "0123456789ABCDEF";

    private final boolean plusForSpace;

    PercentEncoding(String name, boolean plusForSpace) {
        super(name, "s");
        this.plusForSpace = plusForSpace;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] bytes = in.text(0).bytes();
        for (int i = in.text(0).from(row); i < in.text(0).to(row); i++) {
            byte b = bytes[i];
            boolean plain = (b | 0x20) >= 'a' && (b | 0x20) <= 'z'
                    || b >= '0' && b <= '9'
                    || b == '-'
                    || b == '_'
                    || b == '.'
                    || b == '~';
            if (plain) {
                out.putByte(b);
            } else if (b == ' ' && plusForSpace) {
                out.putByte('+');
            } else {
                out.putByte('%');
                out.putByte(HEX.charAt(b >> 4 & 0xF));
                out.putByte(HEX.charAt(b & 0xF));
            }
        }
    }
}
