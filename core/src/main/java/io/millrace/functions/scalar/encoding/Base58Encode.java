package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import java.math.BigInteger;

/** A string in Base58 with Bitcoin's alphabet. */
@Builtin("base58Encode")
final class Base58Encode extends TextFunction {
    Base58Encode() {
        super("base58Encode", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "base58Encode(s)", "A string in Base58 with Bitcoin's alphabet.")
                .example("SELECT base58Encode('Encoded')", "3dc8KtHrwM");
    }

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] bytes = in.text(0).copy(row);
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            out.putByte('1');
            zeros++;
        }
        StringBuilder digits = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(58);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            digits.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        out.putText(digits.reverse().toString());
    }
}
