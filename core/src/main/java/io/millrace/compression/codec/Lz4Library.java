package io.millrace.compression.codec;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Where LZ4 work is done: in the native library when it loads, else in Java.
 *
 * <p>The library's "fast" decompressor is banned (slower and unsafe on hostile data), and so are its variants on
 * sun.misc.Unsafe.
 */
public final class Lz4Library {
    private static final boolean NATIVE;
    private static final LZ4Factory FACTORY;
    private static final LZ4SafeDecompressor DECOMPRESSOR;

    static {
        LZ4Factory factory;
        boolean loaded;
        try {
            factory = LZ4Factory.nativeInstance();
            loaded = true;
        } catch (LinkageError | RuntimeException e) {
            // no library for this platform, or native access is not granted
            factory = LZ4Factory.safeInstance();
            loaded = false;
        }
        FACTORY = factory;
        NATIVE = loaded;
        DECOMPRESSOR = factory.safeDecompressor();
    }

    private Lz4Library() {}

    /** The default compressor. Thread-safe. */
    public static LZ4Compressor fastCompressor() {
        return FACTORY.fastCompressor();
    }

    static LZ4Compressor highCompressor(int level) {
        return FACTORY.highCompressor(level);
    }

    /** Decompresses a block; returns its raw size, negative if it is malformed or longer than {@code room}. */
    public static int decompress(byte[] src, int off, int len, byte[] dest, int destOff, int room) {
        if (!NATIVE) {
            return Lz4Decoder.decompress(src, off, len, dest, destOff, room, destOff);
        }
        if (len == 0) {
            return -1;
        }
        try {
            return DECOMPRESSOR.decompress(src, off, len, dest, destOff, room);
        } catch (LZ4Exception e) {
            return -1;
        }
    }
}
