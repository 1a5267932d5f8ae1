package io.millrace.compression.content;

import io.millrace.base.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes gzip members or zlib streams, any number of them behind one another.
 *
 * <p>The JDK's stream asks {@code available()} whether a second member follows, which is wrong for sockets. Not
 * thread-safe.
 */
final class InflatedInputStream extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;

    private final CodedBytes coded;
    private final boolean gzip;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private final byte[] single = new byte[1];
    private boolean inMember;

    InflatedInputStream(InputStream in, boolean gzip) {
        this.coded = new CodedBytes(in, ErrorCode.ZLIB_INFLATE_FAILED, gzip ? "gzip" : "deflate");
        this.gzip = gzip;
        this.inflater = new Inflater(gzip);
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
        while (true) {
            if (!inMember) {
                if (!coded.hasMore()) {
                    return -1;
                }
                beginMember();
            }
            int count;
            try {
                count = inflater.inflate(target, off, len);
            } catch (DataFormatException e) {
                throw coded.malformed(Objects.requireNonNullElse(e.getMessage(), "invalid data"));
            }
            if (count > 0) {
                crc.update(target, off, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw coded.malformed("it needs a preset dictionary");
            } else if (!coded.hasMore()) {
                throw coded.malformed("it is cut off");
            } else {
                inflater.setInput(coded.buffer, coded.position, coded.limit - coded.position);
                coded.position = coded.limit;
            }
        }
    }

    private void beginMember() throws IOException {
        inflater.reset();
        crc.reset();
        inMember = true;
        if (!gzip) {
            return;
        }
        if (coded.readByte() != 0x1F || coded.readByte() != 0x8B || coded.readByte() != 8) {
            throw coded.malformed("it does not begin like gzip");
        }
        int flags = coded.readByte();
        coded.skip(6);
        if ((flags & EXTRA) != 0) {
            int low = coded.readByte();
            coded.skip(low | coded.readByte() << 8);
        }
        for (int field = NAME; field <= COMMENT; field <<= 1) {
            while ((flags & field) != 0 && coded.readByte() != 0) {
                // the name and the comment are of no interest
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            coded.skip(2);
        }
    }

    private void endMember() throws IOException {
        coded.position = coded.limit - inflater.getRemaining();
        inMember = false;
        if (!gzip) {
            return;
        }
        long size = inflater.getBytesWritten();
        if (coded.readInt() != (int) crc.getValue() || coded.readInt() != (int) size) {
            throw coded.malformed("its checksum does not match");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        coded.close();
    }
}
