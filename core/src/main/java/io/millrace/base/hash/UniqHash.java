package io.millrace.base.hash;

/** The 32-bit element hash stored in states of {@code uniq}, and the 64-bit one of Bloom filter indexes. Stateless. */
public final class UniqHash {
    private UniqHash() {}

    /** Hash of a number, zero-extended from its own width. */
    public static int ofNumber(long value) {
        return (int) IntHash.finalizer(value);
    }

    /** Hash of a string. */
    public static int ofBytes(byte[] s, int off, int len) {
        return (int) CityHash.hash64(s, off, len);
    }
}
