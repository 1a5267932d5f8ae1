package io.millrace.compression.content;

import io.millrace.base.error.ErrorCode;
import io.millrace.compression.codec.Snappy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Decodes blocks of snappy in either of the two frames that are in use: Hadoop's, which ClickHouse reads, and snappy's own
 * framing format, which begins with a name that no length of Hadoop's can be. Not thread-safe.
 */
final class SnappyInputStream extends InputStream {
    /** Largest block of either kind; Hadoop's writers make 256 KiB. */
    private static final int MAX_BLOCK = 64 << 20;

    private static final int MAX_CHUNK = 1 << 16;
    private static final int NAMED = 0xFF;
    private static final int CODED = 0x00;
    private static final int PLAIN = 0x01;
    private static final int FIRST_SKIPPABLE = 0x80;
    private static final byte[] NAME = {'s', 'N', 'a', 'P', 'p', 'Y'};

    private final CodedBytes coded;
    private final byte[] single = new byte[1];
    private byte[] out = {};
    private int position;
    private boolean begun;
    private boolean framed;
    /** Bytes that the rest of a block of Hadoop's makes. */
    private long inBlock;

    SnappyInputStream(InputStream in) {
        this.coded = new CodedBytes(in, ErrorCode.SNAPPY_UNCOMPRESS_FAILED, "snappy");
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
        while (position == out.length) {
            if (inBlock == 0 && !coded.hasMore()) {
                return -1;
            }
            if (!begun) {
                framed = (coded.buffer[coded.position] & 0xFF) == NAMED;
                begun = true;
            }
            if (framed) {
                chunk();
            } else {
                block();
            }
        }
        int count = Math.min(len, out.length - position);
        System.arraycopy(out, position, target, off, count);
        position += count;
        return count;
    }

    /** Blocks say how much they make, and consist of pieces that say how long they are. */
    private void block() throws IOException {
        if (inBlock == 0) {
            inBlock = Integer.reverseBytes(coded.readInt()) & 0xFFFFFFFFL;
            if (inBlock == 0) {
                return;
            }
        }
        byte[] piece = bytes(Integer.reverseBytes(coded.readInt()), MAX_BLOCK);
        take(piece, 0, MAX_BLOCK);
        inBlock -= out.length;
        if (inBlock < 0) {
            throw coded.malformed("a block makes more than it says");
        }
    }

    private void chunk() throws IOException {
        int kind = coded.readByte();
        int length = coded.readByte() | coded.readByte() << 8 | coded.readByte() << 16;
        if (kind == NAMED) {
            if (!Arrays.equals(bytes(length, NAME.length), NAME)) {
                throw coded.malformed("its frame has another name");
            }
            return;
        }
        if (kind != CODED && kind != PLAIN) {
            if (kind < FIRST_SKIPPABLE) {
                throw coded.malformed("a chunk is of a kind that is not known");
            }
            coded.skip(length);
            return;
        }
        byte[] chunk = bytes(length, Integer.BYTES + 2 * MAX_CHUNK);
        if (length < Integer.BYTES) {
            throw coded.malformed("a chunk has no checksum");
        }
        if (kind == CODED) {
            take(chunk, Integer.BYTES, MAX_CHUNK);
        } else {
            out = Arrays.copyOfRange(chunk, Integer.BYTES, length);
            position = 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(out, 0, out.length);
        int masked = Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
        int stored = chunk[0] & 0xFF | (chunk[1] & 0xFF) << 8 | (chunk[2] & 0xFF) << 16 | chunk[3] << 24;
        if (masked != stored) {
            throw coded.malformed("the checksum of a chunk does not match");
        }
    }

    /** Never more than have arrived, whatever a length says. */
    private byte[] bytes(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw coded.malformed("a part of it says that it has " + (length & 0xFFFFFFFFL) + " bytes");
        }
        byte[] bytes = new byte[Math.min(length, MAX_CHUNK)];
        for (int have = 0; have < length; ) {
            if (have == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * have));
            }
            if (!coded.hasMore()) {
                throw coded.malformed("it is cut off");
            }
            int step = Math.min(bytes.length - have, coded.limit - coded.position);
            System.arraycopy(coded.buffer, coded.position, bytes, have, step);
            coded.position += step;
            have += step;
        }
        return bytes;
    }

    private void take(byte[] piece, int from, int most) {
        long size = 0;
        int at = from;
        for (int shift = 0; at < piece.length && shift < 35; shift += 7) {
            byte b = piece[at++];
            size |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                break;
            }
        }
        if (size > most) {
            throw coded.malformed("a part of it says that it makes " + size + " bytes");
        }
        out = Snappy.decompress(piece, from, piece.length, (int) size);
        position = 0;
    }

    @Override
    public void close() throws IOException {
        coded.close();
    }
}
