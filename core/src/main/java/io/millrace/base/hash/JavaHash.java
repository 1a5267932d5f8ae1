package io.millrace.base.hash;

/**
 * The string hashes of Java and Hive: SQL's {@code javaHash}, {@code javaHashUTF16LE} and {@code hiveHash}. Stateless.
 */
public final class JavaHash {
    private JavaHash() {}

    /** {@code String.hashCode()} over bytes taken as Latin-1 characters with sign, as ClickHouse does. */
    public static int hash32(byte[] s, int off, int len) {
        int h = 0;
        for (int i = off; i < off + len; i++) {
            h = 31 * h + s[i];
        }
        return h;
    }

    /** {@code String.hashCode()} of UTF-16LE text; the length must be even. */
    public static int utf16(byte[] s, int off, int len) {
        int h = 0;
        for (int i = off; i + 1 < off + len; i += 2) {
            h = 31 * h + LittleEndian.getShort(s, i);
        }
        return h;
    }

    /** Hive's: {@link #hash32} without the sign bit. */
    public static int hive(byte[] s, int off, int len) {
        return hash32(s, off, len) & Integer.MAX_VALUE;
    }
}
