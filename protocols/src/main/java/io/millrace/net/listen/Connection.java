package io.millrace.net.listen;

import io.millrace.net.tls.Tls;
import io.millrace.net.tls.TlsSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * One accepted connection: the peer's bytes in, ours out, with deadlines on both.
 *
 * <p>Reading and writing belong to the connection's thread; {@link #close} may be called by any thread and ends both.
 */
public final class Connection implements Closeable {
    /** Longer than any connection lives; far enough from overflow to be added to a clock. */
    static final Duration FOREVER = Duration.ofDays(10_000);

    private static final int LINGER_BYTES = 1 << 20;
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    /** A client is busy with its own part of the handshake for a while before it reads what became of it. */
    private static final Duration HANDSHAKE_LINGER = Duration.ofSeconds(3);

    private final String name;
    private final Socket socket;
    private final InetSocketAddress remote;
    private volatile ConnectionInput input;
    private OutputStream raw;
    private Optional<TlsSession> tls = Optional.empty();
    /** What bytes go through: the socket, or TLS over it. */
    private Socket channel;

    private final long sendTimeoutNanos;
    private volatile boolean writing;
    private volatile long writeDeadline;
    private volatile boolean idle;
    private volatile boolean draining;
    private boolean waitedInVain;

    Connection(String name, Socket socket, Duration sendTimeout) throws IOException {
        this.name = name;
        this.socket = socket;
        this.channel = socket;
        this.remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.input = new ConnectionInput(name, socket);
        this.raw = socket.getOutputStream();
        this.sendTimeoutNanos = sendTimeout.toNanos();
    }

    /** For logs: the protocol and the peer's address. */
    public String name() {
        return name;
    }

    public InetSocketAddress remote() {
        return remote;
    }

    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** What the peer sends; another one after {@link #secure}. */
    public ConnectionInput input() {
        return input;
    }

    /** What was shown and agreed on when the connection was secured; empty before. */
    public Optional<TlsSession> tls() {
        return tls;
    }

    /**
     * Secures the connection from here on, as the server's side: does the handshake, and everything read and written later goes through it. Bytes that were
     * peeked at and not taken are the beginning of the handshake; a protocol that lets its peer ask for TLS must make sure itself that there are none. Called
     * by the connection's thread, before anybody watches for the peer's disconnect.
     *
     * @param applications what may be agreed on by ALPN
     * @throws IOException when the handshake fails, or takes too long; the peer has been told why and the connection is closed
     */
    public void secure(Tls material, List<String> applications) throws IOException {
        byte[] received = input.peek(input.available());
        SSLSocket secured = material.over(socket, received, applications);
        // A peer that takes its time with the handshake is cut off like one that does not take what is sent.
        writeDeadline = System.nanoTime() + HANDSHAKE.toNanos();
        writing = true;
        socket.setSoTimeout((int) HANDSHAKE.toMillis());
        try {
            secured.startHandshake();
        } catch (IOException e) {
            // The peer has said more than was read, and a plain close would destroy the alert on its way.
            closeAfterLinger(HANDSHAKE_LINGER);
            throw e;
        } finally {
            writing = false;
        }
        SSLSession session = secured.getSession();
        tls = Optional.of(new TlsSession(
                session.getLocalCertificates()[0] instanceof X509Certificate own ? own : material.certificate(),
                shown(session),
                session.getProtocol(),
                session.getCipherSuite(),
                String.valueOf(secured.getApplicationProtocol())));
        input = new ConnectionInput(name, secured);
        raw = secured.getOutputStream();
        channel = secured;
    }

    private static Optional<X509Certificate> shown(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate peer
                    ? Optional.of(peer)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException nothingShown) {
            return Optional.empty();
        }
    }

    /**
     * Sends bytes; returns when the operating system has taken them.
     *
     * @throws IOException when the peer is lost, or has taken nothing for the send timeout
     */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        writeDeadline = System.nanoTime() + sendTimeoutNanos;
        writing = true;
        try {
            raw.write(bytes, offset, length);
        } finally {
            writing = false;
        }
    }

    /**
     * Waits until the peer begins to send a next request; meanwhile the connection counts as idle, and a shutdown
     * ends the wait.
     *
     * @return false when the peer has ended, has sent nothing for so long, or the listener shuts down
     */
    public boolean awaitRequest(Duration timeout) {
        waitedInVain = false;
        if (input.available() > 0) {
            return true;
        }
        idle = true;
        try {
            if (draining) {
                return false;
            }
            input.patience(Patience.until(timeout));
            return input.peek(1).length > 0;
        } catch (SocketTimeoutException tooLate) {
            waitedInVain = true;
            return false;
        } catch (IOException lost) {
            return false;
        } finally {
            idle = false;
        }
    }

    /** Whether the last {@link #awaitRequest} ended because its time was over: the peer is there and can be told so. */
    public boolean waitedInVain() {
        return waitedInVain;
    }

    /**
     * Asks to be told when the peer disconnects while nobody reads, so that work for it can be cancelled. The action
     * runs at most once, on another thread or at once, and must be short. A peer that only ends its sending side looks
     * the same as one that left. It is also told when a shutdown ends the connection. Bytes that arrive are kept for
     * later reads.
     *
     * @return closes the watch; the action may still be running when that returns
     */
    public PeerWatch onPeerGone(Runnable action) {
        input.onPeerGone(action);
        return input::forgetPeerGone;
    }

    /** A running watch for the peer's disconnect. */
    public interface PeerWatch extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether the listener shuts down: finish what runs, accept no further request. */
    public boolean draining() {
        return draining;
    }

    /** Closes the socket, also below TLS, whose own end would wait for a write that is stuck; waiting reads and writes fail. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to be released.
        }
    }

    /**
     * Closes after the peer had a chance to read what was sent: ends our side, then discards what the peer still sends,
     * for a second and a megabyte at most. A plain close with unread bytes would reset the connection and destroy the
     * answer on its way.
     */
    public void closeAfterLinger() {
        closeAfterLinger(LINGER);
    }

    private void closeAfterLinger(Duration longest) {
        try {
            channel.shutdownOutput();
            input.patience(Patience.until(longest));
            byte[] discarded = new byte[8 * 1024];
            int total = 0;
            int count;
            while (total < LINGER_BYTES && (count = input.read(discarded, 0, discarded.length)) >= 0) {
                total += count;
            }
        } catch (SocketTimeoutException enough) {
            // The peer had its second.
        } catch (IOException peerGone) {
            // Then there is nothing to wait for.
        } finally {
            close();
        }
    }

    boolean idle() {
        return idle;
    }

    /** Ends a wait for the next request by an end of input, so that the protocol may still take its leave. */
    void drain() {
        draining = true;
        if (idle) {
            try {
                socket.shutdownInput();
            } catch (IOException gone) {
                close();
            }
        }
    }

    void abort() {
        input.tellPeerGone();
        close();
    }

    /** One look of the watchdog. */
    void watch(long now) {
        if (writing && writeDeadline - now < 0) {
            abort();
        } else {
            input.watch();
        }
    }
}
