package io.millrace.functions.scalar.search;

import io.millrace.data.type.Types;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Base of hasSubsequence and its variants. */
abstract class Subsequence extends NumberFunction {
    private final Needle.Casing casing;

    Subsequence(String name, Needle.Casing casing) {
        super(name, "ss", Types.UINT8);
        this.casing = casing;
    }

    @Override
    protected long row(RowArguments in, int row) {
        byte[] haystack = folded(in.text(0), row);
        byte[] needle = folded(in.text(1), row);
        int found = 0;
        for (int i = 0; i < haystack.length && found < needle.length; i++) {
            found += haystack[i] == needle[found] ? 1 : 0;
        }
        return found == needle.length ? 1 : 0;
    }

    private byte[] folded(TextView text, int row) {
        byte[] bytes = text.copy(row);
        if (casing == Needle.Casing.UNICODE) {
            return text.text(row).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        }
        for (int i = 0; i < bytes.length && casing == Needle.Casing.ASCII; i++) {
            bytes[i] = (byte) (bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] | 0x20 : bytes[i]);
        }
        return bytes;
    }
}
