package io.millrace.base.text.search;

/** A search for exact bytes: two rare bytes of the needle are compared at eight positions at once, candidates are verified. */
final class ExactSubstring extends Substring {
    private final byte[] needle;
    private final int near;
    private final int far;
    private final long nearBytes;
    private final long farBytes;

    ExactSubstring(byte[] needle) {
        this.needle = needle;
        int[] pair = ByteRarity.rarestPair(needle);
        near = pair[0];
        far = pair[1];
        nearBytes = Swar.spread(needle[near]);
        farBytes = Swar.spread(needle[far]);
    }

    @Override
    public int indexOf(byte[] bytes, int from, int to) {
        final long a = nearBytes;
        final long b = farBytes;
        final int i = near;
        final int j = far;
        int last = to - needle.length;
        int at = from;
        int fastEnd = Math.min(last, bytes.length - j - 16);
        for (; at <= fastEnd; at += 16) {
            long x = Swar.zeroBytes((Swar.word(bytes, at + i) ^ a) | (Swar.word(bytes, at + j) ^ b));
            long y = Swar.zeroBytes((Swar.word(bytes, at + 8 + i) ^ a) | (Swar.word(bytes, at + 8 + j) ^ b));
            if ((x | y) != 0) {
                int hit = verify(bytes, at, x, last);
                if (hit < 0) {
                    hit = verify(bytes, at + 8, y, last);
                }
                if (hit >= 0) {
                    return hit;
                }
            }
        }
        byte first = needle[0];
        for (; at <= last; at++) {
            if (bytes[at] == first && standsAt(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public int matchEnd(byte[] bytes, int at, int to) {
        return at + needle.length <= to && standsAt(bytes, at) ? at + needle.length : -1;
    }

    @Override
    public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        RowCursor.matchRows(this, needle.length, arena, offsets, rows, bitmap);
    }

    private int verify(byte[] bytes, int base, long marks, int last) {
        for (long rest = marks; rest != 0; rest &= rest - 1) {
            int at = base + Swar.firstMark(rest);
            if (at <= last && standsAt(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean standsAt(byte[] bytes, int at) {
        byte[] n = needle;
        int k = 0;
        for (; k + 8 <= n.length; k += 8) {
            if (Swar.word(bytes, at + k) != Swar.word(n, k)) {
                return false;
            }
        }
        for (; k < n.length; k++) {
            if (bytes[at + k] != n[k]) {
                return false;
            }
        }
        return true;
    }
}
