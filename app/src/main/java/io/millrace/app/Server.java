package io.millrace.app;

import io.millrace.engine.access.AccessControl;
import io.millrace.http.HttpDoor;
import io.millrace.http.HttpDoorOptions;
import io.millrace.net.http.HttpLimits;
import io.millrace.net.http.HttpServer;
import io.millrace.net.http.HttpTimeouts;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.net.listen.ProtocolServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: takes the data directory, opens the engine and the doors, and stops in order when a signal says so. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger("Application");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int NETWORK_ERROR = 210;
    private static final int TERMINATED = 143;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    private final ServerConfig config;
    private final PrintWriter out;
    private final CountDownLatch stop = new CountDownLatch(1);

    Server(ServerConfig config, PrintWriter out) {
        this.config = config;
        this.out = out;
    }

    /** Serves until SIGTERM or SIGINT; the answer is the exit status. */
    int run() throws IOException, InterruptedException {
        LogSetup.level(config.logLevel());
        LOG.info(
                "Starting {}, process {}",
                VersionText.line(),
                ProcessHandle.current().pid());
        Signals.register("TERM", this::signalled);
        Signals.register("INT", this::signalled);
        try (DataLock _ = DataLock.take(config.dataPath())) {
            Path userFiles = config.userFilesPath().orElse(config.dataPath().resolve("user_files"));
            Files.createDirectories(userFiles);
            Wiring.Running running = new Wiring(
                            config.dataPath(),
                            userFiles,
                            AccessControl.defaultUserOnly(config.defaultPassword()),
                            Wiring.defaultThreads(),
                            config.memoryBytes() > 0 ? config.memoryBytes() : Wiring.defaultMemoryBytes(),
                            config.zone().orElse(ZoneId.systemDefault()))
                    .open();
            try {
                serve(running);
            } finally {
                running.shutdown(Duration.ZERO);
            }
        }
        LOG.info("Stopped");
        return 0;
    }

    /** The first signal stops in order, the second at once. */
    private void signalled() {
        if (stop.getCount() == 0) {
            Runtime.getRuntime().halt(TERMINATED);
        }
        stop.countDown();
    }

    private void serve(Wiring.Running running) throws InterruptedException {
        HttpServer http = new HttpServer(
                HttpDoor.routes(running.engine(), doorOptions()),
                HttpLimits.defaults(),
                HttpTimeouts.defaults(),
                Clock.systemUTC());
        List<Listener> listeners = listen(http);
        try {
            out.print(new StartBlock(
                            config, listeners.stream().map(Listener::address).toList())
                    .text());
            out.flush();
            LOG.info("Ready for connections");
            stop.await();
            LOG.info("Stopping: no new connections, queries have {} s to end", GRACE.toSeconds());
        } finally {
            shutdown(listeners, GRACE);
        }
    }

    private HttpDoorOptions doorOptions() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return HttpDoorOptions.named(config.displayName().orElse(host)).withDefaultResponse(config.defaultResponse());
    }

    /** All at the same time, so that they share the grace period. */
    private static void shutdown(List<Listener> listeners, Duration grace) throws InterruptedException {
        List<Thread> closing = listeners.stream()
                .map(l -> Thread.ofVirtual().start(() -> l.shutdown(grace)))
                .toList();
        for (Thread thread : closing) {
            thread.join();
        }
    }

    private List<Listener> listen(ProtocolServer protocol) throws InterruptedException {
        boolean chosen = !config.listenHosts().isEmpty();
        List<Listener> listeners = new ArrayList<>();
        int port = config.httpPort();
        for (String host : chosen ? config.listenHosts() : LOOPBACK) {
            InetSocketAddress address = new InetSocketAddress(host, port);
            try {
                listeners.add(Listener.open("http", address, protocol, ListenLimits.defaults()));
                // A free port that was found for the first address is wanted for the others, too.
                port = listeners.getFirst().address().getPort();
            } catch (IOException e) {
                // Not every machine has both versions of IP; one of them is enough if nobody asked for both.
                if (!chosen && !listeners.isEmpty() && !inUse(e)) {
                    LOG.info("Not listening on {}: {}", host, e.getMessage());
                    continue;
                }
                shutdown(listeners, Duration.ZERO);
                throw new StartFailure(
                        NETWORK_ERROR,
                        "cannot listen on " + host + " port " + port + ": " + e.getMessage() + ".",
                        "Stop what uses it, or choose another port with --http-port.");
            }
        }
        return listeners;
    }

    private static boolean inUse(IOException e) {
        return String.valueOf(e.getMessage()).contains("in use");
    }
}
