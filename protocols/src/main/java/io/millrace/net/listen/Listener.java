package io.millrace.net.listen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening socket for one protocol: accepts on one platform thread and serves every connection on a virtual thread
 * of its own.
 *
 * <p>Thread-safe. Above the limits a peer is told so and closed; it never waits.
 */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BACKLOG = 4096;
    /** Peers being told at once that there are too many; beyond that they are closed without a word. */
    private static final int MAX_REFUSALS_AT_ONCE = 64;

    private static final Duration ACCEPT_RETRY = Duration.ofMillis(20);
    /** After the sockets are closed, how long their threads may take to notice. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String name;
    private final ServerSocket server;
    private final ProtocolServer protocol;
    private final ListenLimits limits;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final Semaphore refusals = new Semaphore(MAX_REFUSALS_AT_ONCE);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread watchdog;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition connectionEnded = lock.newCondition();
    private volatile boolean stopping;
    private long closeBy;

    private Listener(String name, ServerSocket server, ProtocolServer protocol, ListenLimits limits) {
        this.name = name;
        this.server = server;
        this.protocol = protocol;
        this.limits = limits;
        this.watchdog = Thread.ofPlatform().daemon().name(name + " watchdog").unstarted(this::watch);
    }

    /**
     * Binds and starts to accept.
     *
     * @param name the protocol's name, for threads and logs
     * @param address port 0 takes a free one
     * @throws IOException when the address cannot be bound
     */
    public static Listener open(String name, InetSocketAddress address, ProtocolServer protocol, ListenLimits limits)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Listener listener = new Listener(name, server, protocol, limits);
        Thread.ofPlatform().name(name + " accept").start(listener::accept);
        listener.watchdog.start();
        return listener;
    }

    /** The address of this machine that only this machine can reach: what to bind when nothing else is asked for. */
    public static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Where it listens, with the port really taken. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    public ConnectionCounts counts() {
        int idle = (int) connections.stream().filter(Connection::idle).count();
        return new ConnectionCounts(connections.size(), idle, accepted.get(), refused.get());
    }

    private void accept() {
        while (!stopping) {
            Socket socket;
            try {
                socket = server.accept();
            } catch (IOException e) {
                if (!stopping) {
                    // Most likely out of file descriptors; they come back when connections end.
                    LOG.warn("{}: cannot accept a connection: {}", name, e.getMessage());
                    LockSupport.parkNanos(ACCEPT_RETRY.toNanos());
                }
                continue;
            }
            try {
                admit(new Connection(name + " " + socket.getRemoteSocketAddress(), socket, limits.sendTimeout()));
            } catch (IOException | RuntimeException e) {
                LOG.debug("{}: connection lost before it was served: {}", name, e.getMessage());
                closeQuietly(socket);
            }
        }
    }

    private void admit(Connection connection) {
        InetAddress address = connection.remote().getAddress();
        if (enter(address)) {
            accepted.incrementAndGet();
            connections.add(connection);
            LockSupport.unpark(watchdog);
            if (stopping) {
                connection.drain();
            }
            Thread.ofVirtual().name(connection.name()).start(() -> serve(connection, address));
        } else {
            refused.incrementAndGet();
            refuse(connection);
        }
    }

    private void serve(Connection connection, InetAddress address) {
        try {
            protocol.serve(connection);
        } catch (IOException e) {
            LOG.debug("{}: connection lost: {}", connection.name(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: connection ended by an unexpected error", connection.name(), e);
        } finally {
            connection.close();
            leave(address);
            connections.remove(connection);
            if (stopping) {
                signalEnd();
            }
        }
    }

    private boolean enter(InetAddress address) {
        if (connections.size() >= limits.maxConnections()) {
            return false;
        }
        if (perAddress.merge(address, 1, Integer::sum) > limits.maxConnectionsPerAddress()) {
            leave(address);
            return false;
        }
        return true;
    }

    private void leave(InetAddress address) {
        perAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    private void refuse(Connection connection) {
        if (!refusals.tryAcquire()) {
            connection.close();
            return;
        }
        Thread.ofVirtual().name(connection.name() + " refused").start(() -> {
            try {
                protocol.refuse(connection);
                connection.closeAfterLinger();
            } catch (IOException e) {
                LOG.debug("{}: gone before it was refused: {}", connection.name(), e.getMessage());
            } finally {
                connection.close();
                refusals.release();
            }
        });
    }

    private void watch() {
        while (!(stopping && connections.isEmpty())) {
            if (connections.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, limits.watchInterval().toNanos());
            }
            long now = System.nanoTime();
            for (Connection connection : connections) {
                connection.watch(now);
            }
        }
    }

    /**
     * Stops accepting, closes idle connections, lets running requests end within the grace period, then closes what is
     * left. Returns when that is done. A second call, from any thread, ends the grace period of the first at once.
     */
    public void shutdown(Duration grace) {
        long now = System.nanoTime();
        lock.lock();
        try {
            closeBy = stopping ? now : now + grace.toNanos();
            stopping = true;
            connectionEnded.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("{}: cannot close the listening socket: {}", name, e.getMessage());
        }
        LockSupport.unpark(watchdog);
        connections.forEach(Connection::drain);
        awaitConnections();
        connections.forEach(Connection::abort);
        lock.lock();
        try {
            closeBy = System.nanoTime() + LAST_WORDS.toNanos();
        } finally {
            lock.unlock();
        }
        awaitConnections();
        LockSupport.unpark(watchdog);
    }

    /** Shuts down without grace. */
    @Override
    public void close() {
        shutdown(Duration.ZERO);
    }

    private void awaitConnections() {
        lock.lock();
        try {
            long left;
            while (!connections.isEmpty() && (left = closeBy - System.nanoTime()) > 0) {
                connectionEnded.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void signalEnd() {
        lock.lock();
        try {
            connectionEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("cannot close a socket: {}", e.getMessage());
        }
    }
}
