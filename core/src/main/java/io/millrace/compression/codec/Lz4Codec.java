package io.millrace.compression.codec;

import java.util.List;
import net.jpountz.lz4.LZ4Compressor;

/** LZ4: the default codec of data; a bare LZ4 block. */
final class Lz4Codec implements Codec {
    private final LZ4Compressor compressor = Lz4Library.fastCompressor();

    @Override
    public int method() {
        return 0x82;
    }

    @Override
    public String name() {
        return "LZ4";
    }

    @Override
    public boolean isGeneric() {
        return true;
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        CodecErrors.noArguments(this, arguments);
        return this;
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return maxSize(rawSize);
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        return compressor.compress(src, off, len, dest, destOff, maxSize(len));
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        decompress(this, src, off, len, dest, destOff, rawSize);
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return maxRaw(len);
    }

    @Override
    public String toString() {
        return name();
    }

    static int maxSize(int rawSize) {
        return rawSize + rawSize / 255 + 16;
    }

    /** A length byte adds at most 255. */
    static long maxRaw(int payload) {
        return 255L * payload;
    }

    static void decompress(Codec codec, byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        int size = Lz4Library.decompress(src, off, len, dest, destOff, rawSize);
        if (size < 0) {
            throw CodecErrors.corrupt(codec, "the block is malformed or longer than " + rawSize + " bytes");
        }
        CodecErrors.checkSize(codec, size, rawSize);
    }
}
