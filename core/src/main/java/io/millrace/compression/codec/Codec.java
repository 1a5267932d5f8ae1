package io.millrace.compression.codec;

import java.util.List;

/**
 * A way to store bytes in fewer bytes, known by a ClickHouse method byte and a name in {@code CODEC(...)}.
 *
 * <p>Immutable and thread-safe. The instance that {@link Codecs} lists is a prototype: it decompresses everything of
 * its method (all that decompression needs stands in the payload), and {@link #with} makes a configured one for
 * compression.
 */
public interface Codec {
    /** The byte that names this codec in a block header, 0 to 255. */
    int method();

    /** The name in {@code CODEC(...)}, in ClickHouse's spelling. */
    String name();

    /** Whether this is a general-purpose compressor (LZ4, ZSTD) rather than a transformation of values of one type. */
    boolean isGeneric();

    /** Whether the result is usually smaller; Delta and GCD only prepare for a compressor behind them. */
    boolean compresses();

    /**
     * The codec configured for a column.
     *
     * @param arguments the literals in parentheses, strings without their quotes; empty when there are none
     * @throws io.millrace.base.error.DbException if they do not fit this codec or the type, with ClickHouse's codes
     */
    Codec with(List<String> arguments, ElementType type);

    /** The largest payload {@link #compress} may make of so many raw bytes. */
    int maxCompressedSize(int rawSize);

    /**
     * Compresses a byte range into {@code dest}, which has room for {@link #maxCompressedSize} bytes at
     * {@code destOff}.
     *
     * @return bytes written
     */
    int compress(byte[] src, int off, int len, byte[] dest, int destOff);

    /**
     * Decompresses a payload into exactly {@code rawSize} bytes of {@code dest}.
     *
     * @throws io.millrace.base.error.DbException {@code CANNOT_DECOMPRESS} if the payload is not that
     */
    void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize);

    /**
     * The most raw bytes such a payload can stand for, asked before anything is allocated for them;
     * {@link Long#MAX_VALUE} where a payload of a few bytes may stand for any number of equal values.
     */
    default long maxRawSize(byte[] src, int off, int len) {
        return Long.MAX_VALUE;
    }

    /** How the codec stands in a CREATE query, for example {@code Delta(8)}. */
    @Override
    String toString();
}
