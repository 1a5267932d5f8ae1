package io.millrace.app;

import io.millrace.base.config.ReloadingConfig;
import io.millrace.base.error.DbException;
import io.millrace.base.io.RealVfs;
import io.millrace.base.time.Scheduler;
import io.millrace.engine.access.AccessControl;
import io.millrace.http.HttpDoor;
import io.millrace.http.HttpDoorOptions;
import io.millrace.net.http.HttpLimits;
import io.millrace.net.http.HttpServer;
import io.millrace.net.http.HttpTimeouts;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.net.listen.ProtocolServer;
import io.millrace.net.listen.TlsServer;
import io.millrace.net.tls.SelfSigned;
import io.millrace.net.tls.Tls;
import io.millrace.net.tls.TlsOptions;
import io.millrace.postgres.PostgresDoor;
import io.millrace.postgres.PostgresOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final Duration FILES_CHECKED_EVERY = Duration.ofSeconds(2);

    private final ServerConfig config;
    private final ReloadingConfig files;
    private final AccessControl access;
    private final PrintWriter out;
    private final CountDownLatch stop = new CountDownLatch(1);

    Server(ServerConfig config, ReloadingConfig files, AccessControl access, PrintWriter out) {
        this.config = config;
        this.files = files;
        this.access = access;
        this.out = out;
    }

    /** Serves until SIGTERM or SIGINT; the answer is the exit status. */
    int run() throws IOException, InterruptedException {
        LogSetup.apply(config.log());
        ServerConfig.logUnread(files.current(), LOG);
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
                            access,
                            Wiring.defaultThreads(),
                            config.memoryBytes() > 0 ? config.memoryBytes() : Wiring.defaultMemoryBytes(),
                            config.zone().orElse(ZoneId.systemDefault()),
                            files)
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

    private void serve(Wiring.Running running) throws IOException, InterruptedException {
        HttpServer http = new HttpServer(
                HttpDoor.routes(running.engine(), doorOptions()),
                HttpLimits.defaults(),
                HttpTimeouts.defaults().withKeepAlive(config.keepAlive(), config.maxKeepAliveRequests()),
                Clock.systemUTC());
        List<Listener> listeners = new ArrayList<>();
        try {
            List<InetSocketAddress> secured = List.of();
            Optional<Tls> tls = tls();
            if (tls.isPresent()) {
                TlsServer https = new TlsServer(tls.get(), List.of(), http);
                secured = listen(listeners, "https", config.httpsPort().orElse(0), https);
            }
            Optional<Tls> postgresTls = postgresTls(tls);
            PostgresDoor postgres = new PostgresDoor(running.engine(), config.postgres(), postgresTls);
            for (InetSocketAddress address : listen(listeners, "postgresql", config.postgresqlPort(), postgres)) {
                LOG.info("Listening for PostgreSQL compatibility protocol: {}", hostAndPort(address));
            }
            // The last one: who gets an answer to /ping may use the others.
            List<InetSocketAddress> plain = listen(listeners, "http", config.httpPort(), http);
            // Before the files can bring users of their own.
            Optional<String> password = running.newAccess() && !access.hasOtherUsers()
                    ? Optional.of(access.makeAdministrator(StartBlock.ADMINISTRATOR))
                    : Optional.empty();
            follow(running, http, postgres, postgresTls);
            out.print(new StartBlock(config, access, plain, secured, password).text());
            out.flush();
            LOG.info("Ready for connections");
            awaitStop();
            LOG.info("Stopping: no new connections, queries have {} s to end", GRACE.toSeconds());
        } finally {
            shutdown(listeners, GRACE);
        }
    }

    /** A signal stops the server, and so does an interrupt of its thread, for one that shares the process with others. */
    private void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            LOG.info("Interrupted");
        }
    }

    /** PostgreSQL's clients use TLS when the configuration has a certificate, on the port of the plain ones. */
    private Optional<Tls> postgresTls(Optional<Tls> https) throws IOException {
        return https.isPresent() || config.tls().isEmpty()
                ? https
                : Optional.of(new Tls(new RealVfs(), config.tls().get()));
    }

    private static String hostAndPort(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** What HTTPS is served with: the configured certificate, or one of our own if a port for it was asked for. */
    private Optional<Tls> tls() throws IOException {
        if (config.httpsPort().isEmpty()) {
            return Optional.empty();
        }
        TlsOptions options = config.tls().isPresent()
                ? config.tls().get()
                : SelfSigned.in(new RealVfs(), config.dataPath().resolve("tls"), hostName(), Instant.now());
        return Optional.of(new Tls(new RealVfs(), options));
    }

    /** From now on the server does as the files say, whenever they change. */
    private void follow(Wiring.Running running, HttpServer http, PostgresDoor postgres, Optional<Tls> tls) {
        files.follow(access::configure);
        files.follow(tree -> LogSetup.level(LogSetup.Options.of(tree).level()));
        files.follow(
                tree -> postgres.use(PostgresOptions.of(tree, config.postgres().objectIds())));
        tls.ifPresent(t -> files.follow(tree -> TlsOptions.of(tree).ifPresent(t::use)));
        String host = hostName();
        files.follow(tree -> http.replaceRoutes(HttpDoor.routes(running.engine(), HttpDoorOptions.of(tree, host))));
        checkFiles(running.scheduler(), tls);
    }

    private void checkFiles(Scheduler scheduler, Optional<Tls> tls) {
        scheduler.schedule(FILES_CHECKED_EVERY, () -> {
            try {
                files.check();
                tls.ifPresent(Tls::check);
            } finally {
                checkFiles(scheduler, tls);
            }
        });
    }

    private HttpDoorOptions doorOptions() {
        try {
            return HttpDoorOptions.of(files.current(), hostName());
        } catch (DbException e) {
            throw new StartFailure(
                    e.code().number(),
                    String.valueOf(e.getMessage()),
                    "Correct the handlers in the configuration, or start without them.");
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
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

    /** Listens on every address; what was opened is added to {@code listeners}. */
    private List<InetSocketAddress> listen(
            List<Listener> listeners, String name, int wantedPort, ProtocolServer protocol) {
        boolean chosen = !config.listenHosts().isEmpty();
        ListenLimits limits = ListenLimits.defaults().withMaxConnections(config.maxConnections(), Integer.MAX_VALUE);
        List<InetSocketAddress> addresses = new ArrayList<>();
        int port = wantedPort;
        for (String host : chosen ? config.listenHosts() : LOOPBACK) {
            try {
                Listener listener = Listener.open(name, new InetSocketAddress(host, port), protocol, limits);
                listeners.add(listener);
                addresses.add(listener.address());
                // A free port that was found for the first address is wanted for the others, too.
                port = listener.address().getPort();
            } catch (IOException e) {
                // Not every machine has both versions of IP; one of them is enough if nobody asked for both.
                if (!chosen && !addresses.isEmpty() && !inUse(e)) {
                    LOG.info("Not listening on {}: {}", host, e.getMessage());
                    continue;
                }
                throw new StartFailure(
                        NETWORK_ERROR,
                        "cannot listen on " + host + " port " + port + ": " + e.getMessage() + ".",
                        "Stop what uses it, or choose another port with --" + name + "-port.");
            }
        }
        return addresses;
    }

    private static boolean inUse(IOException e) {
        return String.valueOf(e.getMessage()).contains("in use");
    }
}
