package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.util.Arrays;

/** Snappy's blocks: copies of what was seen before, and literals. Stateless. */
public final class Snappy {
    private static final int HASH_BITS = 14;

    private Snappy() {}

    /** The block of the first {@code length} bytes. */
    public static byte[] compress(byte[] bytes, int length) {
        ByteSink out = new ByteSink(length / 2 + 16);
        out.putVarint(length);
        int[] table = new int[1 << HASH_BITS];
        Arrays.fill(table, -1);
        int literal = 0;
        int at = 0;
        while (at + 4 <= length) {
            int word = word(bytes, at);
            int slot = word * 0x1E35A7BD >>> 32 - HASH_BITS;
            int before = table[slot];
            table[slot] = at;
            if (before < 0 || at - before > 65_535 || word(bytes, before) != word) {
                at++;
                continue;
            }
            literal(bytes, literal, at, out);
            int end = at + 4;
            while (end < length && bytes[end] == bytes[end - at + before]) {
                end++;
            }
            copy(at - before, end - at, out);
            at = end;
            literal = end;
        }
        literal(bytes, literal, length, out);
        return out.toByteArray();
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    private static void literal(byte[] bytes, int from, int to, ByteSink out) {
        int count = to - from;
        if (count == 0) {
            return;
        }
        int last = count - 1;
        if (last < 60) {
            out.putByte(last << 2);
        } else {
            int width = last < 1 << 8 ? 1 : last < 1 << 16 ? 2 : last < 1 << 24 ? 3 : 4;
            out.putByte(59 + width << 2);
            for (int i = 0; i < width; i++) {
                out.putByte(last >>> 8 * i);
            }
        }
        out.put(bytes, from, count);
    }

    private static void copy(int offset, int length, ByteSink out) {
        int left = length;
        while (left > 0) {
            int step = Math.min(left, 64);
            out.putByte(step - 1 << 2 | 2);
            out.putShort((short) offset);
            left -= step;
        }
    }

    /**
     * The {@code size} bytes that a block in {@code bytes[from, limit)} makes.
     *
     * @throws DbException SNAPPY_UNCOMPRESS_FAILED when it makes others
     */
    public static byte[] decompress(byte[] bytes, int from, int limit, int size) {
        int at = from;
        while (at < limit && bytes[at] < 0) {
            at++;
        }
        at++;
        // no more than 64 bytes come out of three
        if (size > 64L * (limit - from) + 64) {
            throw malformed("it cannot make " + size + " bytes of " + (limit - from));
        }
        byte[] out = new byte[size];
        int done = 0;
        while (at < limit && done < size) {
            int tag = bytes[at++] & 0xFF;
            int kind = tag & 3;
            int extra = kind == 0 ? Math.max(0, (tag >> 2) - 59) : kind == 3 ? 4 : kind;
            if (at + extra > limit) {
                throw malformed("it ends early");
            }
            int number = 0;
            for (int i = 0; i < extra; i++) {
                number |= (bytes[at++] & 0xFF) << 8 * i;
            }
            if (kind == 0) {
                int length = (extra == 0 ? tag >> 2 : number) + 1;
                if (length <= 0 || length > limit - at || length > size - done) {
                    throw malformed("a literal is longer than it");
                }
                System.arraycopy(bytes, at, out, done, length);
                at += length;
                done += length;
                continue;
            }
            int length = kind == 1 ? 4 + (tag >> 2 & 7) : 1 + (tag >> 2);
            int offset = kind == 1 ? (tag >> 5) << 8 | number : number;
            if (offset <= 0 || offset > done || length > size - done) {
                throw malformed("a copy is of something outside of it");
            }
            for (int i = 0; i < length; i++) {
                out[done] = out[done - offset];
                done++;
            }
        }
        if (done < size) {
            throw malformed("it ends early");
        }
        return out;
    }

    private static DbException malformed(String what) {
        return new DbException(ErrorCode.SNAPPY_UNCOMPRESS_FAILED, "Cannot decode a block of snappy: " + what);
    }
}
