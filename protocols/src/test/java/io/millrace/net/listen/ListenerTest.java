package io.millrace.net.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final ListenLimits EAGER = new ListenLimits(10, 10, LONG, Duration.ofMillis(1));

    /** What a test does with a connection. */
    private interface Story {
        void tell(Connection connection) throws IOException;
    }

    private static Listener open(ListenLimits limits, Story story) throws IOException {
        ProtocolServer protocol = new ProtocolServer() {
            @Override
            public void serve(Connection connection) throws IOException {
                story.tell(connection);
            }

            @Override
            public void refuse(Connection connection) throws IOException {
                connection.write(new byte[] {'N'}, 0, 1);
            }
        };
        return Listener.open("test", Listener.loopback(0), protocol, limits);
    }

    private static Listener open(Story story) throws IOException {
        return open(ListenLimits.defaults(), story);
    }

    private static Socket connect(Listener listener) throws IOException {
        InetSocketAddress address = listener.address();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Answers every byte with itself. */
    private static void echo(Connection connection) throws IOException {
        while (connection.awaitRequest(LONG)) {
            connection.write(new byte[] {(byte) connection.input().read()}, 0, 1);
        }
    }

    @Test
    void bindsToThisMachineOnly() throws Exception {
        try (Listener listener = open(ListenerTest::echo)) {
            assertThat(listener.address().getAddress().isLoopbackAddress()).isTrue();
            assertThatThrownBy(() -> Listener.open("second", listener.address(), null, ListenLimits.defaults()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void limitsAreTotalAndPerAddress() throws Exception {
        for (ListenLimits limits : new ListenLimits[] {
            ListenLimits.defaults().withMaxConnections(1, 9),
            ListenLimits.defaults().withMaxConnections(9, 1)
        }) {
            try (Listener listener = open(limits, ListenerTest::echo)) {
                try (Socket first = connect(listener)) {
                    first.getOutputStream().write('x');
                    assertThat(first.getInputStream().read()).isEqualTo('x');
                    for (int i = 0; i < 3; i++) {
                        try (Socket refused = connect(listener)) {
                            assertThat(refused.getInputStream().read()).isEqualTo('N');
                            assertThat(refused.getInputStream().read()).isEqualTo(-1);
                        }
                    }
                    assertThat(listener.counts().accepted()).isEqualTo(1);
                    assertThat(listener.counts().refused()).isEqualTo(3);
                }
                while (listener.counts().open() > 0) {
                    Thread.onSpinWait();
                }
                try (Socket next = connect(listener)) {
                    next.getOutputStream().write('x');
                    assertThat(next.getInputStream().read()).isEqualTo('x');
                }
            }
        }
    }

    @Test
    void shutdownClosesTheIdleAndWaitsForTheRunning() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Listener listener = open(connection -> {
            while (connection.awaitRequest(LONG)) {
                int request = connection.input().read();
                if (request == 'w') {
                    running.countDown();
                    await(finish);
                }
                connection.write(new byte[] {(byte) request}, 0, 1);
            }
        });
        try (Socket idle = connect(listener);
                Socket busy = connect(listener)) {
            idle.getOutputStream().write('x');
            assertThat(idle.getInputStream().read()).isEqualTo('x');
            busy.getOutputStream().write('w');
            await(running);
            Thread shutdown = Thread.ofVirtual().start(() -> listener.shutdown(LONG));
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            awaitStop(listener);
            assertThat(shutdown.isAlive()).isTrue();
            finish.countDown();
            assertThat(busy.getInputStream().read()).isEqualTo('w');
            assertThat(busy.getInputStream().read()).isEqualTo(-1);
            assertThat(shutdown.join(LONG)).isTrue();
            assertThat(listener.counts().open()).isZero();
        }
    }

    @Test
    void aSecondShutdownEndsTheGraceOfTheFirstAndTellsWhatRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Listener listener = open(connection -> {
            try (var _ = connection.onPeerGone(cancelled::countDown)) {
                running.countDown();
                await(cancelled);
            }
        });
        try (Socket busy = connect(listener)) {
            await(running);
            Thread first = Thread.ofVirtual().start(() -> listener.shutdown(Duration.ofMinutes(5)));
            awaitStop(listener);
            listener.close();
            assertThat(first.join(LONG)).isTrue();
            assertThat(busy.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** The operating system may take a connection for a moment longer, until the accepting thread has let go. */
    private static void awaitStop(Listener listener) {
        while (true) {
            try (Socket _ = connect(listener)) {
                Thread.onSpinWait();
            } catch (IOException refused) {
                return;
            }
        }
    }

    @Test
    void inputCanBePeekedAt() throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        try (Listener listener = open(connection -> {
                    String peeked = text(connection.input().peek(3));
                    byte[] two = connection.input().readNBytes(2);
                    String more = text(connection.input().peek(4));
                    seen.complete(peeked + "," + text(two) + "," + more + ","
                            + text(connection.input().readAllBytes()));
                });
                Socket socket = connect(listener)) {
            socket.getOutputStream().write('a');
            socket.getOutputStream().write(new byte[] {'b', 'c', 'd'});
            socket.shutdownOutput();
            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("abc,ab,cd,cd");
        }
    }

    @Test
    void whatIsReadAheadIsBoundedAndHandedOverInOrder() throws Exception {
        int total = 100_000;
        CountDownLatch lookingAhead = new CountDownLatch(1);
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        CountDownLatch gone = new CountDownLatch(1);
        try (Listener listener = open(EAGER, connection -> {
                    ConnectionInput input = connection.input();
                    try (var _ = connection.onPeerGone(gone::countDown)) {
                        awaitLookAhead(input, 10);
                        lookingAhead.countDown();
                        awaitLookAhead(input, 16 * 1024);
                    }
                    received.complete(input.readNBytes(total));
                    try (var _ = connection.onPeerGone(gone::countDown)) {
                        await(gone);
                    }
                });
                Socket socket = connect(listener)) {
            byte[] all = new byte[total];
            for (int i = 0; i < total; i++) {
                all[i] = (byte) (i * 31);
            }
            socket.getOutputStream().write(all, 0, 10);
            await(lookingAhead);
            for (int i = 10; i < total; i += 90) {
                socket.getOutputStream().write(all, i, Math.min(90, total - i));
            }
            assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(all);
            assertThat(gone.getCount()).isEqualTo(1);
            socket.shutdownOutput();
            await(gone);
        }
    }

    private static void awaitLookAhead(ConnectionInput input, int bytes) {
        while (input.lookedAhead() < bytes) {
            Thread.yield();
        }
    }

    @Test
    void aReadThatTheLookAheadHasBegunStillHasItsDeadline() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        LinkedBlockingQueue<String> looking = new LinkedBlockingQueue<>();
        try (Listener listener = open(EAGER, connection -> {
                    try (var _ = connection.onPeerGone(() -> {})) {
                        looking.add("registered");
                        connection.input().patience(Patience.until(Duration.ofMillis(50)));
                        assertThatThrownBy(() -> connection.input().read()).isInstanceOf(SocketTimeoutException.class);
                        connection.input().patience(Patience.each(LONG));
                        result.complete("" + connection.input().read());
                    }
                });
                Socket socket = connect(listener)) {
            assertThat(looking.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThatThrownBy(() -> result.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(Exception.class);
            socket.getOutputStream().write('y');
            assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("121");
        }
    }

    @Test
    void patienceForBodiesCountsSpeedAfterItsGrace() {
        Patience pace = Patience.pace(Duration.ofSeconds(5), Duration.ofSeconds(30), 1024);
        assertThat(pace.nanos()).isEqualTo(Duration.ofSeconds(5).toNanos());
        pace.received(Duration.ofSeconds(28).toNanos(), 0);
        assertThat(pace.nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
        pace.received(Duration.ofSeconds(2).toNanos(), 1024);
        assertThat(pace.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        pace.received(Duration.ofSeconds(1).toNanos(), 512);
        pace.received(Duration.ofSeconds(1).toNanos(), 0);
        assertThat(pace.nanos()).isNegative();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
