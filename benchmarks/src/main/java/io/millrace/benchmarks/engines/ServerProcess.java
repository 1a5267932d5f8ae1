package io.millrace.benchmarks.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Our server as a child process on a free port of the loopback address. */
public final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 600;
    private static final String HEAP = "-Xmx8g";

    private final Process process;
    private final URI uri;
    private final int postgresqlPort;

    private ServerProcess(Process process, URI uri, int postgresqlPort) {
        this.process = process;
        this.uri = uri;
        this.postgresqlPort = postgresqlPort;
    }

    /**
     * Starts {@code ./millrace server} and waits until it answers.
     *
     * @param project the folder of the launcher
     * @param data where the server keeps its tables
     * @param log where its output goes
     * @param options more options of the server
     */
    public static ServerProcess start(Path project, Path data, Path log, String... options) {
        int http = freePort();
        int postgresql = freePort();
        List<String> command = new ArrayList<>(List.of(
                project.resolve("millrace").toAbsolutePath().toString(),
                "server",
                "--data",
                data.toAbsolutePath().toString(),
                "--http-port",
                Integer.toString(http),
                "--postgresql-port",
                Integer.toString(postgresql)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .merge("MILLRACE_JAVA_OPTS", HEAP, (old, heap) -> old.contains("-Xmx") ? old : old + " " + heap);
        builder.environment().put("TZ", "UTC");
        try {
            ServerProcess server =
                    new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + http + "/"), postgresql);
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
            server.await(log);
            return server;
        } catch (IOException e) {
            throw new EngineException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** A port of the loopback address that nobody uses at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineException("no free port: " + e.getMessage(), e);
        }
    }

    public URI uri() {
        return uri;
    }

    /** Where it speaks PostgreSQL's protocol; that may be a moment later than HTTP. */
    public int postgresqlPort() {
        return postgresqlPort;
    }

    private void await(Path log) {
        HttpRequest ping = HttpRequest.newBuilder(uri.resolve("/ping"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
            while (System.nanoTime() < end) {
                try {
                    client.send(ping, HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException _) {
                    // Not listening yet: the end of the process is waited for a moment, then it is tried again.
                    if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                        throw new EngineException(
                                "the server ended with status " + process.exitValue() + "; see " + log);
                    }
                }
            }
            close();
            throw new EngineException("the server did not answer in " + START_SECONDS + " s; see " + log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new EngineException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
