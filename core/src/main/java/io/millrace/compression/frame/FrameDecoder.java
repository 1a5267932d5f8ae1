package io.millrace.compression.frame;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.LittleEndian;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;

/** Checks and decodes single frames into a buffer it reuses. Not thread-safe. */
final class FrameDecoder {
    static final int CHECKSUM = 16;
    static final int HEADER = 9;
    /** Bytes before the payload. */
    static final int PROLOGUE = CHECKSUM + HEADER;

    /** Readable bytes behind the raw ones, so that kernels may load whole words over the end. */
    private static final int PADDING = 64;

    private final FrameLimits limits;
    private final Hash128 hash = new Hash128();
    private byte[] raw = new byte[0];
    private int rawSize;

    FrameDecoder(FrameLimits limits) {
        this.limits = limits;
    }

    byte[] raw() {
        return raw;
    }

    int rawSize() {
        return rawSize;
    }

    /** Checks the first {@link #PROLOGUE} bytes of a frame and returns the size of the whole frame. */
    int frameSize(byte[] bytes, int at) {
        Codecs.ofMethod(bytes[at + CHECKSUM]);
        int size = LittleEndian.getInt(bytes, at + CHECKSUM + 1);
        int declared = LittleEndian.getInt(bytes, at + CHECKSUM + 5);
        if (size < 0 || size > limits.maxBlockBytes() - CHECKSUM) {
            throw tooLarge("size_compressed_without_checksum", size);
        }
        if (declared < 0 || declared > limits.maxBlockBytes()) {
            throw tooLarge("size_decompressed", declared);
        }
        if (size < HEADER) {
            throw new DbException(
                    ErrorCode.CANNOT_DECOMPRESS,
                    "Can't decompress data: the compressed data size (" + Integer.toUnsignedString(size)
                            + ", this should include header size) is less than the header size (" + HEADER + ")");
        }
        return CHECKSUM + size;
    }

    private static DbException tooLarge(String what, int size) {
        return new DbException(
                ErrorCode.TOO_LARGE_SIZE_COMPRESSED,
                "Too large " + what + ": " + Integer.toUnsignedString(size)
                        + ". Most likely corrupted data, or not compressed data at all");
    }

    /** The raw size that a frame claims, which {@link #frameSize} has checked. */
    int declaredSize(byte[] bytes, int at) {
        return LittleEndian.getInt(bytes, at + CHECKSUM + 5);
    }

    /** Decodes a whole frame, whose size {@link #frameSize} gave, into {@link #raw}. */
    void decode(byte[] bytes, int at, int frameSize) {
        verify(bytes, at, frameSize);
        int declared = declaredSize(bytes, at);
        rawSize = 0;
        if (raw.length < declared + PADDING) {
            raw = new byte[declared + PADDING];
        }
        decompress(bytes, at, frameSize, raw, 0);
        rawSize = declared;
    }

    /** Decodes a whole frame into an array that has room for its {@link #declaredSize}. */
    void decodeInto(byte[] bytes, int at, int frameSize, byte[] target, int targetAt) {
        verify(bytes, at, frameSize);
        decompress(bytes, at, frameSize, target, targetAt);
    }

    private void verify(byte[] bytes, int at, int frameSize) {
        if (limits.verifyChecksum()) {
            CityHash.hash128(bytes, at + CHECKSUM, frameSize - CHECKSUM, hash);
            long low = LittleEndian.getLong(bytes, at);
            long high = LittleEndian.getLong(bytes, at + 8);
            if (hash.low() != low || hash.high() != high) {
                throw new DbException(
                        ErrorCode.CHECKSUM_DOESNT_MATCH,
                        "Checksum doesn't match: corrupted data. Reference: " + new Hash128(low, high) + ". Actual: "
                                + hash + ". Size of compressed block: " + (frameSize - CHECKSUM));
            }
        }
        Codec codec = Codecs.ofMethod(bytes[at + CHECKSUM]);
        int declared = declaredSize(bytes, at);
        int payload = frameSize - PROLOGUE;
        if (codec.maxRawSize(bytes, at + PROLOGUE, payload) < declared) {
            throw new DbException(
                    ErrorCode.CANNOT_DECOMPRESS,
                    "Cannot decompress " + codec.name() + "-encoded data: " + payload + " bytes cannot stand for "
                            + declared);
        }
    }

    private static void decompress(byte[] bytes, int at, int frameSize, byte[] target, int targetAt) {
        Codec codec = Codecs.ofMethod(bytes[at + CHECKSUM]);
        int declared = LittleEndian.getInt(bytes, at + CHECKSUM + 5);
        codec.decompress(bytes, at + PROLOGUE, frameSize - PROLOGUE, target, targetAt, declared);
    }
}
