package io.millrace.compression.content;

/**
 * How much a decoded stream may grow: the guard against decompression bombs.
 *
 * @param maxRatio raw bytes allowed for each coded byte, once {@code freeBytes} are passed
 * @param freeBytes raw bytes for which no ratio is asked
 * @param maxBytes raw bytes in all
 */
public record ExpansionLimits(int maxRatio, long freeBytes, long maxBytes) {
    /** 1000 to 1 after the first 16 MB, no limit in all. */
    public static final ExpansionLimits DEFAULT = new ExpansionLimits(1000, 16L << 20, Long.MAX_VALUE);
}
