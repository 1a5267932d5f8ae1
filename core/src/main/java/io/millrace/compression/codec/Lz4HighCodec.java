package io.millrace.compression.codec;

import java.util.List;
import net.jpountz.lz4.LZ4Compressor;

/** LZ4HC(level): the LZ4 format with a slower, denser compressor; written with LZ4's method byte. */
final class Lz4HighCodec implements Codec {
    private static final int DEFAULT_LEVEL = 9;
    private static final int MAX_LEVEL = 12;

    private final int level;
    private final LZ4Compressor compressor;

    public Lz4HighCodec() {
        this(DEFAULT_LEVEL);
    }

    private Lz4HighCodec(int level) {
        this.level = level;
        this.compressor = Lz4Library.highCompressor(level <= 0 ? DEFAULT_LEVEL : Math.min(level, MAX_LEVEL));
    }

    @Override
    public int method() {
        return 0x82;
    }

    @Override
    public String name() {
        return "LZ4HC";
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
        CodecErrors.atMost(this, arguments, 1);
        return arguments.isEmpty() ? this : new Lz4HighCodec(CodecErrors.integer(this, arguments.getFirst()));
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return Lz4Codec.maxSize(rawSize);
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        return compressor.compress(src, off, len, dest, destOff, Lz4Codec.maxSize(len));
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        Lz4Codec.decompress(this, src, off, len, dest, destOff, rawSize);
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return Lz4Codec.maxRaw(len);
    }

    @Override
    public String toString() {
        return name() + "(" + level + ")";
    }
}
