package io.millrace.functions.scalar.string;

import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.SliceFunction;
import io.millrace.functions.scalar.row.TextView;

/** Base of trimLeft, trimRight and trimBoth. */
abstract class Trimming extends SliceFunction {
    private final boolean left;
    private final boolean right;

    Trimming(String name, boolean left, boolean right) {
        super(name, "s?s");
        this.left = left;
        this.right = right;
    }

    @Override
    protected long slice(RowArguments in, int row, byte[] bytes, int from, int to) {
        int begin = from;
        int end = to;
        while (left && begin < end && isTrimmed(in, row, bytes[begin])) {
            begin++;
        }
        while (right && end > begin && isTrimmed(in, row, bytes[end - 1])) {
            end--;
        }
        return part(begin, end);
    }

    private static boolean isTrimmed(RowArguments in, int row, byte b) {
        if (in.count() < 2) {
            return b == ' ';
        }
        TextView characters = in.text(1);
        for (int i = characters.from(row); i < characters.to(row); i++) {
            if (characters.bytes()[i] == b) {
                return true;
            }
        }
        return false;
    }
}
