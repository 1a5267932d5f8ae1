package io.millrace.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that ask the same again and again, each as soon as it has its answer. Used once. */
final class Load {
    private static final byte[] END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int REQUESTS_PER_CONNECTION = 5000;

    private final URI server;
    private final int connections;
    private final byte[] request;

    Load(URI server, int connections) {
        this.server = server;
        this.connections = connections;
        this.request = "GET /?query=SELECT%201 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    /** How long each request took, in nanoseconds, in no order. */
    List<Long> run(int seconds) throws IOException, InterruptedException {
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<List<Long>>> runs = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                runs.add(threads.submit(() -> ask(end)));
            }
            for (Future<List<Long>> run : runs) {
                all.addAll(run.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("A connection failed: " + e.getCause(), e);
        }
        return all;
    }

    private List<Long> ask(long end) throws IOException {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                // Servers close connections that have had many requests; well before that a new one is made.
                for (int i = 0; i < REQUESTS_PER_CONNECTION && System.nanoTime() < end; i++) {
                    long start = System.nanoTime();
                    socket.getOutputStream().write(request);
                    readAnswer(in);
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return nanos;
    }

    /** Up to the last chunk, which looks like nothing else in so small an answer. */
    private static void readAnswer(InputStream in) throws IOException {
        int matched = 0;
        while (matched < END.length) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("The server closed the connection");
            }
            matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
        }
    }
}
