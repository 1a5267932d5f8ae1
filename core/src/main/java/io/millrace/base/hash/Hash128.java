package io.millrace.base.hash;

/**
 * A reusable 128-bit hash value as two 64-bit words; hash functions write their result into it.
 *
 * <p>Mutable, not thread-safe. ClickHouse writes the low word first, both little-endian.
 */
public final class Hash128 {
    /** Bytes of the written form. */
    public static final int BYTES = 16;

    private long low;
    private long high;

    public Hash128() {}

    public Hash128(long low, long high) {
        set(low, high);
    }

    public long low() {
        return low;
    }

    public long high() {
        return high;
    }

    /** Puts another hash in its place. */
    public void set(long newLow, long newHigh) {
        low = newLow;
        high = newHigh;
    }

    /** Writes low word, then high word, little-endian: the form in block headers and {@code checksums.txt}. */
    public void writeTo(byte[] bytes, int at) {
        LittleEndian.putLong(bytes, at, low);
        LittleEndian.putLong(bytes, at + 8, high);
    }

    /** Reads what {@link #writeTo} wrote. */
    public void readFrom(byte[] bytes, int at) {
        low = LittleEndian.getLong(bytes, at);
        high = LittleEndian.getLong(bytes, at + 8);
    }

    /** The 16 written bytes. */
    public byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        writeTo(bytes, 0);
        return bytes;
    }

    /** Whether both words are those of {@code other}. */
    public boolean sameAs(Hash128 other) {
        return low == other.low && high == other.high;
    }

    /**
     * The number in 32 lower-case hex digits, most significant first: ClickHouse's form in file names made from a hash.
     */
    public String toNumberHex() {
        StringBuilder text = new StringBuilder(32);
        appendHex(text, high);
        appendHex(text, low);
        return text.toString();
    }

    private static void appendHex(StringBuilder text, long word) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (word >>> shift) & 15, 16));
        }
    }

    /** The written bytes in lower-case hex, low word first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(32);
        appendHex(text, Long.reverseBytes(low));
        appendHex(text, Long.reverseBytes(high));
        return text.toString();
    }
}
