package io.millrace.compression.content;

/** Bzip2's CRC-32, which takes the highest bit first. Not thread-safe. */
final class Bzip2Checksum {
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int[] TABLE = new int[256];

    static {
        for (int b = 0; b < 256; b++) {
            int crc = b << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            TABLE[b] = crc;
        }
    }

    private int crc = -1;

    void update(int value) {
        crc = crc << 8 ^ TABLE[(crc >>> 24 ^ value) & 0xFF];
    }

    int value() {
        return ~crc;
    }

    void reset() {
        crc = -1;
    }

    /** The checksum of a stream after one more block. */
    static int combined(int stream, int block) {
        return Integer.rotateLeft(stream, 1) ^ block;
    }
}
