package io.millrace.formats.parquet;

import io.millrace.base.io.ByteSink;
import java.util.Arrays;

/** Parquet's hybrid of runs and packed bits, for levels and dictionary codes. */
final class Hybrid {
    private Hybrid() {}

    static int width(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    static void write(int[] values, int from, int to, int width, ByteSink out) {
        int at = from;
        while (at < to) {
            int run = run(values, at, to);
            if (run >= 8) {
                out.putVarint((long) run << 1);
                for (int shift = 0; shift < width; shift += 8) {
                    out.putByte(values[at] >>> shift);
                }
                at += run;
                continue;
            }
            int end = at;
            while (end < to && end - at < 504 && run(values, end, to) < 8) {
                end += Math.min(8, to - end);
            }
            int groups = (end - at + 7) / 8;
            out.putVarint((long) groups << 1 | 1);
            pack(values, at, end, groups * 8, width, out);
            at = end;
        }
    }

    private static int run(int[] values, int from, int to) {
        int end = from + 1;
        while (end < to && values[end] == values[from]) {
            end++;
        }
        return end - from;
    }

    private static void pack(int[] values, int from, int to, int count, int width, ByteSink out) {
        long bits = 0;
        int filled = 0;
        for (int i = 0; i < count; i++) {
            long value = from + i < to ? values[from + i] : 0;
            bits |= value << filled;
            filled += width;
            while (filled >= 8) {
                out.putByte((int) bits);
                bits >>>= 8;
                filled -= 8;
            }
        }
    }

    /** Reads {@code count} values; the bytes end at {@code limit}. */
    static int[] read(byte[] bytes, int from, int limit, int width, int count) {
        if (width < 0 || width > 32) {
            throw ThriftReader.broken("codes of " + width + " bits");
        }
        int[] values = new int[count];
        int at = from;
        int done = 0;
        while (done < count && width > 0) {
            long head = 0;
            int shift = 0;
            byte b;
            do {
                if (at >= limit || shift > 35) {
                    throw ThriftReader.broken("levels or codes end early");
                }
                b = bytes[at++];
                head |= (long) (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            long length = head >>> 1;
            if ((head & 1) == 0) {
                int value = 0;
                for (int s = 0; s < width; s += 8) {
                    if (at >= limit) {
                        throw ThriftReader.broken("levels or codes end early");
                    }
                    value |= (bytes[at++] & 0xFF) << s;
                }
                int end = (int) Math.min(count, done + Math.min(length, count));
                if (length == 0) {
                    throw ThriftReader.broken("an empty run");
                }
                Arrays.fill(values, done, end, value);
                done = end;
            } else {
                long packed = length * width;
                if (length == 0) {
                    throw ThriftReader.broken("an empty run");
                }
                int available = (int) Math.min(packed, limit - at);
                done = unpack(bytes, at, at + available, width, values, done, (int)
                        Math.min(count, done + Math.min(length * 8, count)));
                at += available;
            }
        }
        return values;
    }

    private static int unpack(byte[] bytes, int from, int limit, int width, int[] values, int done, int end) {
        long bits = 0;
        int filled = 0;
        int at = from;
        long mask = (1L << width) - 1;
        for (int i = done; i < end; i++) {
            while (filled < width) {
                if (at >= limit) {
                    throw ThriftReader.broken("levels or codes end early");
                }
                bits |= (bytes[at++] & 0xFFL) << filled;
                filled += 8;
            }
            values[i] = (int) (bits & mask);
            bits >>>= width;
            filled -= width;
        }
        return end;
    }
}
