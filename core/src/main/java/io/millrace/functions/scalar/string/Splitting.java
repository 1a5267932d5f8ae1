package io.millrace.functions.scalar.string;

import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextLists;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;

/** Splits at a fixed separator. */
final class Splitting {
    private Splitting() {}

    /** Splits argument 1 at argument 0, into as many parts as argument 2 says; the rest behind them is dropped. */
    static void split(RowArguments in, int row, TextLists out) {
        TextView separator = in.text(0);
        TextView text = in.text(1);
        long limit = in.count() > 2 && in.number(2).at(row) > 0 ? in.number(2).at(row) : Long.MAX_VALUE;
        byte[] bytes = text.bytes();
        int length = separator.length(row);
        int first = separator.from(row);
        int at = text.from(row);
        int to = text.to(row);
        for (int i = at; i + length <= to && out.size() < limit; ) {
            if (bytes[i] == separator.bytes()[first]
                    && Arrays.equals(bytes, i, i + length, separator.bytes(), first, first + length)) {
                out.add(bytes, at, i);
                i += length;
                at = i;
            } else {
                i++;
            }
        }
        if (out.size() < limit) {
            out.add(bytes, at, to);
        }
    }

    /** Splits argument {@code argument} into its code points. */
    static void characters(TextView text, int row, long limit, TextLists out) {
        int at = text.from(row);
        while (at < text.to(row) && out.size() < limit) {
            int end = CodePoints.forward(text.bytes(), at, text.to(row), 1);
            out.add(text.bytes(), at, end);
            at = end;
        }
    }

    /** The runs of bytes that are no separators, up to the limit in argument 1. */
    static void runs(RowArguments in, int row, BytePredicate isPart, TextLists out) {
        TextView text = in.text(0);
        long limit = in.count() > 1 && in.number(1).at(row) > 0 ? in.number(1).at(row) : Long.MAX_VALUE;
        byte[] bytes = text.bytes();
        int at = text.from(row);
        int to = text.to(row);
        while (at < to && out.size() < limit) {
            while (at < to && !isPart.test(bytes[at])) {
                at++;
            }
            int end = at;
            while (end < to && isPart.test(bytes[end])) {
                end++;
            }
            if (end > at) {
                out.add(bytes, at, end);
            }
            at = end;
        }
    }

    /** A class of bytes. */
    interface BytePredicate {
        boolean test(byte b);
    }
}
