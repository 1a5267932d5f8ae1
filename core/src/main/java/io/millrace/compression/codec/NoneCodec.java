package io.millrace.compression.codec;

import java.util.List;

/** NONE: the bytes as they are. */
final class NoneCodec implements Codec {
    @Override
    public int method() {
        return 0x02;
    }

    @Override
    public String name() {
        return "NONE";
    }

    @Override
    public boolean isGeneric() {
        return true;
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        CodecErrors.noArguments(this, arguments);
        return this;
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return rawSize;
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        System.arraycopy(src, off, dest, destOff, len);
        return len;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        CodecErrors.checkSize(this, len, rawSize);
        System.arraycopy(src, off, dest, destOff, len);
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return len;
    }

    @Override
    public String toString() {
        return name();
    }
}
