package io.millrace.net.http;

import java.util.Arrays;

/**
 * The bytes of a response that wait to be sent, with room in front for a head and a chunk's size, so that both go out
 * in the same write without copying. Owned by the connection's thread and used for one response after the other.
 */
final class WireBuffer {
    private static final int FRONT = 2048;
    private static final int BACK = 16;
    private static final int SMALL = 2 * 1024;
    /** Data is sent when there is so much of it. */
    static final int CAPACITY = 64 * 1024;

    private byte[] bytes = new byte[FRONT + SMALL + BACK];
    private int start = FRONT;
    private int end = FRONT;

    int size() {
        return end - start;
    }

    int room() {
        return CAPACITY - size();
    }

    /** Adds data; the caller looks at {@link #room} first. */
    void add(byte[] source, int offset, int length) {
        ensure(length + BACK);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** Adds a few bytes of framing after the data. */
    void addAfter(byte[] framing) {
        ensure(framing.length);
        System.arraycopy(framing, 0, bytes, end, framing.length);
        end += framing.length;
    }

    private void ensure(int more) {
        if (end + more > bytes.length) {
            int full = FRONT + CAPACITY + BACK;
            bytes = Arrays.copyOf(bytes, Math.max(end + more, Math.min(full, 4 * bytes.length)));
        }
    }

    /** Puts bytes before the data if they fit there. */
    boolean putBefore(byte[] front) {
        if (front.length > start) {
            return false;
        }
        start -= front.length;
        System.arraycopy(front, 0, bytes, start, front.length);
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    void clear() {
        start = FRONT;
        end = FRONT;
    }

    /** Gives the memory of a large response back while the connection waits for its next request. */
    void shrink() {
        clear();
        if (bytes.length > FRONT + 4 * SMALL) {
            bytes = new byte[FRONT + SMALL + BACK];
        }
    }
}
