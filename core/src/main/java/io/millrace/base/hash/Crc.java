package io.millrace.base.hash;

import java.util.zip.CRC32;

/** The cyclic redundancy checks of ClickHouse's SQL functions. Stateless. */
public final class Crc {
    private static final int[] IEEE = new int[256];
    private static final long[] ECMA = new long[256];

    static {
        for (int i = 0; i < 256; i++) {
            int narrow = i;
            long wide = i;
            for (int bit = 0; bit < 8; bit++) {
                narrow = (narrow >>> 1) ^ (0xedb88320 & -(narrow & 1));
                wide = (wide >>> 1) ^ (0xc96c5795d7870f42L & -(wide & 1));
            }
            IEEE[i] = narrow;
            ECMA[i] = wide;
        }
    }

    private Crc() {}

    /** SQL's {@code CRC32}: zlib's and everybody's. */
    public static int crc32(byte[] s, int off, int len) {
        CRC32 crc = new CRC32();
        crc.update(s, off, len);
        return (int) crc.getValue();
    }

    /** SQL's {@code CRC32IEEE}: the same polynomial, but starting at 0 and not inverted at the end. */
    public static int crc32Ieee(byte[] s, int off, int len) {
        int crc = 0;
        for (int i = off; i < off + len; i++) {
            crc = IEEE[(crc ^ s[i]) & 0xFF] ^ (crc >>> 8);
        }
        return crc;
    }

    /** SQL's {@code CRC64}: the ECMA polynomial, starting at 0 and not inverted at the end. */
    public static long crc64(byte[] s, int off, int len) {
        long crc = 0;
        for (int i = off; i < off + len; i++) {
            crc = ECMA[(int) (crc ^ s[i]) & 0xFF] ^ (crc >>> 8);
        }
        return crc;
    }
}
