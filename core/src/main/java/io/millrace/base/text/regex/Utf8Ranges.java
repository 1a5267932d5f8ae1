package io.millrace.base.text.regex;

import io.millrace.base.text.unicode.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Code point ranges as sequences of byte ranges.
 *
 * <p>A sequence is an array of lows and highs, one pair per byte. Sequences that begin with overlapping byte ranges begin with the same one.
 */
final class Utf8Ranges {
    private static final int[] LAST_OF_LENGTH = {0x7F, 0x7FF, 0xFFFF, CodePoints.MAX};

    private Utf8Ranges() {}

    static List<int[]> of(CodePoints set, boolean latin1) {
        ArrayList<int[]> sequences = new ArrayList<>();
        int[] ranges = set.ranges();
        for (int i = 0; i < ranges.length; i += 2) {
            if (latin1) {
                if (ranges[i] <= 0xFF) {
                    sequences.add(new int[] {ranges[i], Math.min(0xFF, ranges[i + 1])});
                }
            } else if (ranges[i] <= 0x80 && ranges[i + 1] == CodePoints.MAX) {
                if (ranges[i] < 0x80) {
                    sequences.add(new int[] {ranges[i], 0x7F});
                }
                addAllBeyondAscii(sequences);
            } else {
                add(ranges[i], ranges[i + 1], sequences);
            }
        }
        return sequences;
    }

    /** As RE2 does, lets the range of everything accept some overlong and too large forms: far fewer byte classes. */
    private static void addAllBeyondAscii(List<int[]> sequences) {
        sequences.add(new int[] {0xC2, 0xDF, 0x80, 0xBF});
        sequences.add(new int[] {0xE0, 0xEF, 0x80, 0xBF, 0x80, 0xBF});
        sequences.add(new int[] {0xF0, 0xF4, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF});
    }

    private static void add(int low, int high, List<int[]> sequences) {
        for (int last : LAST_OF_LENGTH) {
            if (low <= last && last < high) {
                add(low, last, sequences);
                add(last + 1, high, sequences);
                return;
            }
        }
        if (high < 0x80) {
            sequences.add(new int[] {low, high});
            return;
        }
        for (int tailBits = 6; tailBits <= 18; tailBits += 6) {
            int tail = (1 << tailBits) - 1;
            if ((low & ~tail) == (high & ~tail)) {
                break;
            }
            if ((low & tail) != 0) {
                add(low, low | tail, sequences);
                add((low | tail) + 1, high, sequences);
                return;
            }
            if ((high & tail) != tail) {
                add(low, (high & ~tail) - 1, sequences);
                add(high & ~tail, high, sequences);
                return;
            }
        }
        byte[] from = encode(low);
        byte[] to = encode(high);
        int[] sequence = new int[from.length * 2];
        for (int i = 0; i < from.length; i++) {
            sequence[2 * i] = from[i] & 0xFF;
            sequence[2 * i + 1] = to[i] & 0xFF;
        }
        sequences.add(sequence);
    }

    private static byte[] encode(int point) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4);
        Utf8.append(point, out);
        return out.toByteArray();
    }
}
