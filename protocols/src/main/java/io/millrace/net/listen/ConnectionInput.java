package io.millrace.net.listen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a peer sends: buffered, peekable, with {@link Patience} instead of endless waits.
 *
 * <p>Owned by the connection's thread. While that thread is busy elsewhere a look-ahead thread may read in its place,
 * only to notice that the peer has gone; what it receives is handed over in order, and a read it has begun is completed
 * on behalf of the connection's thread. At most one of the two is inside the socket's read at any time.
 */
public final class ConnectionInput extends InputStream {
    private static final int BUFFER_BYTES = 8 * 1024;
    /** A peer that has sent this much ahead is alive enough; looking further would be buffering without bound. */
    private static final int MAX_AHEAD_BYTES = 16 * 1024;

    private static final long MILLION = 1_000_000;

    private final String name;
    private final Socket socket;
    private final InputStream raw;
    private final AtomicReference<@Nullable Runnable> peerGone = new AtomicReference<>();

    private byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private Patience patience = Patience.each(Connection.FOREVER);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition handedOver = lock.newCondition();
    private boolean reading;
    private byte[] ahead = new byte[0];
    private int aheadLength;
    private boolean ended;
    private @Nullable IOException failure;

    ConnectionInput(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        this.raw = socket.getInputStream();
    }

    /** Sets how long the following reads wait; a read whose time is over throws {@link SocketTimeoutException}. */
    public void patience(Patience newPatience) {
        this.patience = newPatience;
    }

    /** The next byte, or -1 at the end. */
    @Override
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit) {
            if (length >= buffer.length) {
                return receive(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Bytes that can be read without asking the socket. */
    @Override
    public int available() {
        return limit - position;
    }

    /**
     * Looks at the next bytes without taking them; waits until there are {@code count} of them or the peer has ended.
     *
     * @return the bytes, fewer than {@code count} only at the end
     */
    public byte[] peek(int count) throws IOException {
        if (count > BUFFER_BYTES) {
            throw new IllegalArgumentException("Cannot peek at " + count + " bytes, the buffer has " + BUFFER_BYTES);
        }
        if (limit - position < count) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            while (limit < count) {
                int received = receive(buffer, limit, buffer.length - limit);
                if (received < 0) {
                    break;
                }
                limit += received;
            }
        }
        return Arrays.copyOfRange(buffer, position, Math.min(limit, position + count));
    }

    private boolean fill() throws IOException {
        int received = receive(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(received, 0);
        return received > 0;
    }

    /** Takes bytes that were read ahead, or reads from the socket, for as long as patience allows. */
    private int receive(byte[] target, int offset, int length) throws IOException {
        long start = System.nanoTime();
        long left = patience.nanos();
        int received = takeAhead(target, offset, length, left);
        if (received == 0) {
            received = readSocket(target, offset, length, left - (System.nanoTime() - start));
        }
        patience.received(System.nanoTime() - start, Math.max(received, 0));
        return received;
    }

    /** Bytes from the look-ahead, -1 at the end, or 0 when this thread now has the right to read the socket. */
    private int takeAhead(byte[] target, int offset, int length, long waitNanos) throws IOException {
        lock.lock();
        try {
            long left = waitNanos;
            while (true) {
                if (aheadLength > 0) {
                    int count = Math.min(length, aheadLength);
                    System.arraycopy(ahead, 0, target, offset, count);
                    System.arraycopy(ahead, count, ahead, 0, aheadLength - count);
                    aheadLength -= count;
                    return count;
                }
                if (failure != null) {
                    throw new IOException(failure.getMessage(), failure);
                }
                if (ended) {
                    return -1;
                }
                if (!reading) {
                    reading = true;
                    return 0;
                }
                if (left <= 0) {
                    throw new SocketTimeoutException("Timeout exceeded while reading from " + name);
                }
                left = handedOver.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading from " + name);
        } finally {
            lock.unlock();
        }
    }

    private int readSocket(byte[] target, int offset, int length, long waitNanos) throws IOException {
        int received = 0;
        try {
            if (waitNanos <= 0) {
                throw new SocketTimeoutException("Timeout exceeded while reading from " + name);
            }
            // Zero would mean forever; so a rest below a millisecond is rounded up.
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, waitNanos / MILLION + 1));
            received = raw.read(target, offset, length);
            return received;
        } finally {
            lock.lock();
            try {
                reading = false;
                ended |= received < 0;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Registers whom to tell when the peer has gone; tells at once if it is known to have gone. */
    void onPeerGone(Runnable action) {
        peerGone.set(action);
        boolean gone;
        lock.lock();
        try {
            gone = ended || failure != null;
        } finally {
            lock.unlock();
        }
        if (gone) {
            tellPeerGone();
        }
    }

    void forgetPeerGone() {
        peerGone.set(null);
    }

    void tellPeerGone() {
        Runnable action = peerGone.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }

    /** Bytes that were read ahead and not taken yet. */
    int lookedAhead() {
        lock.lock();
        try {
            return aheadLength;
        } finally {
            lock.unlock();
        }
    }

    /** Starts looking ahead if somebody wants to know that the peer has gone and nobody is reading. */
    void watch() {
        if (peerGone.get() == null) {
            return;
        }
        lock.lock();
        try {
            if (reading || ended || failure != null || aheadLength >= MAX_AHEAD_BYTES) {
                return;
            }
            reading = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name(name + " watch").start(this::lookAhead);
    }

    private void lookAhead() {
        byte[] piece = new byte[1024];
        int received;
        boolean more;
        do {
            IOException failed = null;
            try {
                socket.setSoTimeout(0);
                received = raw.read(piece);
            } catch (IOException e) {
                received = -1;
                failed = e;
            } catch (RuntimeException | Error e) {
                // for example no memory for a buffer: whoever reads next must not wait for this thread
                received = -1;
                failed = new IOException("Cannot read ahead: " + e, e);
            }
            more = handOver(piece, received, failed);
        } while (more);
        if (received < 0) {
            tellPeerGone();
        }
    }

    private boolean handOver(byte[] piece, int received, @Nullable IOException failed) {
        lock.lock();
        try {
            if (received > 0) {
                if (aheadLength + received > ahead.length) {
                    ahead = Arrays.copyOf(ahead, Math.max(piece.length, 2 * (aheadLength + received)));
                }
                System.arraycopy(piece, 0, ahead, aheadLength, received);
                aheadLength += received;
            } else {
                ended = failed == null;
                failure = failed;
            }
            boolean more = received > 0 && peerGone.get() != null && aheadLength < MAX_AHEAD_BYTES;
            reading = more;
            handedOver.signalAll();
            return more;
        } finally {
            lock.unlock();
        }
    }
}
