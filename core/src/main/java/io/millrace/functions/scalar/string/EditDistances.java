package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.functions.scalar.row.TextView;

/** Levenshtein's distance by the two-row method. */
final class EditDistances {
    private EditDistances() {}

    static int between(int[] a, int[] b) {
        if ((long) a.length * b.length > 1L << 32) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE, "The strings are too long for function editDistance");
        }
        int[] previous = new int[b.length + 1];
        int[] current = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            current[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length];
    }

    static int[] bytes(TextView text, int row) {
        int[] result = new int[text.length(row)];
        for (int i = 0; i < result.length; i++) {
            result[i] = text.bytes()[text.from(row) + i];
        }
        return result;
    }
}
