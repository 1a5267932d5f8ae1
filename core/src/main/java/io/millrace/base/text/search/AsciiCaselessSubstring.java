package io.millrace.base.text.search;

/** A search that ignores the case of A to Z: as {@link ExactSubstring}, with the case bit of letters set before comparing. */
final class AsciiCaselessSubstring extends Substring {
    private final byte[] needle;
    private final int near;
    private final int far;
    private final long nearBytes;
    private final long farBytes;
    private final long nearCase;
    private final long farCase;

    AsciiCaselessSubstring(byte[] original) {
        needle = new byte[original.length];
        for (int i = 0; i < needle.length; i++) {
            needle[i] = lower(original[i]);
        }
        int[] pair = ByteRarity.rarestPair(needle);
        near = pair[0];
        far = pair[1];
        nearBytes = Swar.spread(needle[near]);
        farBytes = Swar.spread(needle[far]);
        nearCase = caseBits(needle[near]);
        farCase = caseBits(needle[far]);
    }

    @Override
    public int indexOf(byte[] bytes, int from, int to) {
        final long a = nearBytes;
        final long b = farBytes;
        final long ac = nearCase;
        final long bc = farCase;
        final int i = near;
        final int j = far;
        int last = to - needle.length;
        int at = from;
        int fastEnd = Math.min(last, bytes.length - j - 8);
        for (; at <= fastEnd; at += 8) {
            long x = ((Swar.word(bytes, at + i) | ac) ^ a) | ((Swar.word(bytes, at + j) | bc) ^ b);
            for (long rest = Swar.zeroBytes(x); rest != 0; rest &= rest - 1) {
                int hit = at + Swar.firstMark(rest);
                if (hit <= last && standsAt(bytes, hit)) {
                    return hit;
                }
            }
        }
        for (; at <= last; at++) {
            if (standsAt(bytes, at)) {
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

    private boolean standsAt(byte[] bytes, int at) {
        byte[] n = needle;
        for (int k = 0; k < n.length; k++) {
            if (lower(bytes[at + k]) != n[k]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 0x20) : b;
    }

    private static long caseBits(byte b) {
        return b >= 'a' && b <= 'z' ? Swar.spread(0x20) : 0;
    }
}
