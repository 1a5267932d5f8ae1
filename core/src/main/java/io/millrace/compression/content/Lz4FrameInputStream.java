package io.millrace.compression.content;

import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.XxHash;
import io.millrace.compression.codec.Lz4Decoder;
import io.millrace.compression.codec.Lz4Library;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Decodes LZ4 frames, any number of them behind one another, with independent or linked blocks.
 *
 * <p>Linked blocks are what most writers make by default and what the Java library cannot read. Not thread-safe.
 */
final class Lz4FrameInputStream extends InputStream {
    private static final int MAGIC = 0x184D2204;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int HISTORY = 64 << 10;

    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int CONTENT_CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x01;

    private final CodedBytes coded;
    private final StreamingXXHash32 contentHash = XXHashFactory.safeInstance().newStreamingHash32(0);
    private final byte[] single = new byte[1];
    private byte[] block = new byte[0];
    private byte[] out = new byte[0];
    private int position;
    private int limit;
    private boolean inFrame;
    private int flags;
    private int maxBlock;

    Lz4FrameInputStream(InputStream in) {
        this.coded = new CodedBytes(in, ErrorCode.LZ4_DECODER_FAILED, "lz4");
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, target.length);
        if (len == 0) {
            return 0;
        }
        while (position == limit) {
            if (inFrame) {
                nextBlock();
            } else if (!coded.hasMore()) {
                return -1;
            } else {
                beginFrame();
            }
        }
        int count = Math.min(len, limit - position);
        System.arraycopy(out, position, target, off, count);
        position += count;
        return count;
    }

    private void beginFrame() throws IOException {
        int magic = coded.readInt();
        if ((magic & ~15) == SKIPPABLE) {
            coded.skip(coded.readInt() & 0xFFFFFFFFL);
            return;
        }
        if (magic != MAGIC) {
            throw coded.malformed("it does not begin like an LZ4 frame");
        }
        byte[] descriptor = new byte[10];
        int size = 2;
        coded.readFully(descriptor, 2);
        flags = descriptor[0];
        int sizeCode = descriptor[1] >> 4 & 7;
        if ((flags & 0xC2) != 0x40 || (descriptor[1] & 0x8F) != 0 || sizeCode < 4) {
            throw coded.malformed("its header is not of a known version");
        }
        if ((flags & DICTIONARY) != 0) {
            throw coded.malformed("it needs a preset dictionary");
        }
        if ((flags & CONTENT_SIZE) != 0) {
            for (; size < descriptor.length; size++) {
                descriptor[size] = (byte) coded.readByte();
            }
        }
        if (coded.readByte() != (XxHash.hash32(descriptor, 0, size, 0) >>> 8 & 0xFF)) {
            throw coded.malformed("the checksum of its header does not match");
        }
        maxBlock = 1 << (8 + 2 * sizeCode);
        if (out.length < HISTORY + maxBlock) {
            out = new byte[HISTORY + maxBlock];
        }
        position = 0;
        limit = 0;
        contentHash.reset();
        inFrame = true;
    }

    private void nextBlock() throws IOException {
        int word = coded.readInt();
        if (word == 0) {
            if ((flags & CONTENT_CHECKSUM) != 0 && coded.readInt() != contentHash.getValue()) {
                throw coded.malformed("the checksum of its content does not match");
            }
            inFrame = false;
            return;
        }
        int size = word & Integer.MAX_VALUE;
        if (size > maxBlock) {
            throw coded.malformed("a block is larger than its header allows");
        }
        if (block.length < size) {
            block = new byte[maxBlock];
        }
        coded.readFully(block, size);
        if ((flags & BLOCK_CHECKSUM) != 0 && coded.readInt() != XxHash.hash32(block, 0, size, 0)) {
            throw coded.malformed("the checksum of a block does not match");
        }
        boolean linked = (flags & INDEPENDENT) == 0;
        int history = linked ? Math.min(HISTORY, limit) : 0;
        System.arraycopy(out, limit - history, out, 0, history);
        int raw = size;
        if (word < 0) {
            System.arraycopy(block, 0, out, history, size);
        } else if (linked) {
            raw = Lz4Decoder.decompress(block, 0, size, out, history, maxBlock, 0);
        } else {
            raw = Lz4Library.decompress(block, 0, size, out, 0, maxBlock);
        }
        if (raw < 0) {
            throw coded.malformed("a block is malformed");
        }
        position = history;
        limit = history + raw;
        if ((flags & CONTENT_CHECKSUM) != 0) {
            contentHash.update(out, position, raw);
        }
    }

    @Override
    public void close() throws IOException {
        coded.close();
    }
}
