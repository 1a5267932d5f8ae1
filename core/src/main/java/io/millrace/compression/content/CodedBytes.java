package io.millrace.compression.content;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;

/** A small buffered reader over a coded stream, with errors for streams that end too early. Not thread-safe. */
final class CodedBytes {
    private final InputStream in;
    private final ErrorCode code;
    private final String name;
    final byte[] buffer = new byte[16 << 10];
    int position;
    int limit;

    CodedBytes(InputStream in, ErrorCode code, String name) {
        this.in = in;
        this.code = code;
        this.name = name;
    }

    /** Whether at least one byte is left. */
    boolean hasMore() throws IOException {
        while (position == limit) {
            int got = in.read(buffer, 0, buffer.length);
            if (got < 0) {
                return false;
            }
            position = 0;
            limit = got;
        }
        return true;
    }

    int readByte() throws IOException {
        if (!hasMore()) {
            throw malformed("it is cut off");
        }
        return buffer[position++] & 0xFF;
    }

    int readInt() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= readByte() << shift;
        }
        return value;
    }

    void readFully(byte[] target, int count) throws IOException {
        int have = 0;
        while (have < count) {
            if (!hasMore()) {
                throw malformed("it is cut off");
            }
            int step = Math.min(count - have, limit - position);
            System.arraycopy(buffer, position, target, have, step);
            position += step;
            have += step;
        }
    }

    void skip(long count) throws IOException {
        for (long rest = count; rest > 0; ) {
            if (!hasMore()) {
                throw malformed("it is cut off");
            }
            int step = (int) Math.min(rest, limit - position);
            position += step;
            rest -= step;
        }
    }

    DbException malformed(String what) {
        return new DbException(code, "Cannot decode a " + name + " stream: " + what);
    }

    void close() throws IOException {
        in.close();
    }
}
