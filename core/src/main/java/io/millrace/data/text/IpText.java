package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** IPv4 and IPv6 addresses as text. */
public final class IpText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private IpText() {}

    /** Four numbers with dots between them. */
    public static void writeV4(int address, ByteSink out) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            IntegerText.writeUnsigned(address >>> shift & 0xFF, out);
            if (shift > 0) {
                out.putByte('.');
            }
        }
    }

    /** Sixteen bytes in network order; the longest run of zero groups is shortened, mapped addresses end as IPv4. */
    public static void writeV6(byte[] bytes, int from, ByteSink out) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[from + 2 * i] & 0xFF) << 8 | bytes[from + 2 * i + 1] & 0xFF;
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && groups[i + length] == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = i;
                bestLength = length;
            }
            i += length;
        }
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                out.putByte(':');
                i += bestLength - 1;
                if (i == 7) {
                    out.putByte(':');
                }
                continue;
            }
            if (i > 0) {
                out.putByte(':');
            }
            boolean embedded = i == 6 && bestStart == 0 && (bestLength == 6 || bestLength == 5 && groups[5] == 0xFFFF);
            if (embedded) {
                writeV4(groups[6] << 16 | groups[7], out);
                return;
            }
            writeHex(groups[i], out);
        }
    }

    private static void writeHex(int group, ByteSink out) {
        boolean started = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            int digit = group >>> shift & 15;
            started |= digit != 0 || shift == 0;
            if (started) {
                out.putByte(HEX[digit]);
            }
        }
    }

    public static int parseV4(byte[] bytes, int from, int to) {
        int address = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            int value = 0;
            int start = at;
            while (at < to && at - start < 3 && bytes[at] >= '0' && bytes[at] <= '9') {
                value = value * 10 + bytes[at++] - '0';
            }
            boolean separated = part == 3 ? at == to : at < to && bytes[at] == '.';
            if (at == start || value > 255 || !separated) {
                throw new DbException(ErrorCode.CANNOT_PARSE_IPV4, "Invalid IPv4 value");
            }
            at++;
            address = address << 8 | value;
        }
        return address;
    }

    /** Writes sixteen bytes into {@code target}; an IPv4 address becomes a mapped one. */
    public static void parseV6(byte[] bytes, int from, int to, byte[] target, int offset) {
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int at = from;
        if (!hasColon(bytes, from, to)) {
            int address = parseV4Of6(bytes, from, to);
            store(new int[] {0, 0, 0, 0, 0, 0xFFFF, address >>> 16, address & 0xFFFF}, target, offset);
            return;
        }
        if (at + 1 < to && bytes[at] == ':' && bytes[at + 1] == ':') {
            gap = 0;
            at += 2;
        }
        while (at < to) {
            int end = at;
            while (end < to && Character.digit(bytes[end], 16) >= 0) {
                end++;
            }
            if (end < to && bytes[end] == '.' && count <= 6) {
                int address = parseV4Of6(bytes, at, to);
                groups[count++] = address >>> 16;
                groups[count++] = address & 0xFFFF;
                at = to;
                break;
            }
            if (end == at || end - at > 4 || count == 8) {
                throw invalid6();
            }
            for (int i = at; i < end; i++) {
                groups[count] = groups[count] << 4 | Character.digit(bytes[i], 16);
            }
            count++;
            at = end;
            if (at < to) {
                if (bytes[at] != ':' || at + 1 == to) {
                    throw invalid6();
                }
                at++;
                if (bytes[at] == ':') {
                    if (gap >= 0) {
                        throw invalid6();
                    }
                    gap = count;
                    at++;
                }
            }
        }
        if (gap < 0 ? count != 8 : count > 7) {
            throw invalid6();
        }
        if (gap >= 0) {
            int moved = count - gap;
            System.arraycopy(groups, gap, groups, 8 - moved, moved);
            Arrays.fill(groups, gap, 8 - moved, 0);
        }
        store(groups, target, offset);
    }

    private static int parseV4Of6(byte[] bytes, int from, int to) {
        try {
            return parseV4(bytes, from, to);
        } catch (DbException e) {
            throw invalid6();
        }
    }

    private static boolean hasColon(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                return true;
            }
        }
        return false;
    }

    private static void store(int[] groups, byte[] target, int offset) {
        for (int i = 0; i < 8; i++) {
            target[offset + 2 * i] = (byte) (groups[i] >>> 8);
            target[offset + 2 * i + 1] = (byte) groups[i];
        }
    }

    private static DbException invalid6() {
        return new DbException(ErrorCode.CANNOT_PARSE_IPV6, "Invalid IPv6 value");
    }
}
