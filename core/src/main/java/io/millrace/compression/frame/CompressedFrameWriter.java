package io.millrace.compression.frame;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.LittleEndian;
import io.millrace.base.io.ByteSink;
import io.millrace.compression.codec.Codec;

/** Writes compressed blocks behind one another. Not thread-safe (it reuses its checksum). */
public final class CompressedFrameWriter {
    private final Hash128 hash = new Hash128();

    /**
     * Appends one block; nothing if {@code len} is 0, as ClickHouse never writes empty blocks.
     *
     * @return bytes appended
     */
    public int writeBlock(byte[] raw, int off, int len, Codec codec, ByteSink out) {
        if (len == 0) {
            return 0;
        }
        int at = out.reserve(FrameDecoder.PROLOGUE + codec.maxCompressedSize(len));
        byte[] bytes = out.array();
        int payload = codec.compress(raw, off, len, bytes, at + FrameDecoder.PROLOGUE);
        int header = at + FrameDecoder.CHECKSUM;
        bytes[header] = (byte) codec.method();
        LittleEndian.putInt(bytes, header + 1, payload + FrameDecoder.HEADER);
        LittleEndian.putInt(bytes, header + 5, len);
        CityHash.hash128(bytes, header, payload + FrameDecoder.HEADER, hash);
        hash.writeTo(bytes, at);
        int size = FrameDecoder.PROLOGUE + payload;
        out.advanceTo(at + size);
        return size;
    }
}
