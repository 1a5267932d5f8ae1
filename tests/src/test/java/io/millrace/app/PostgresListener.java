package io.millrace.app;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.base.io.Vfs;
import io.millrace.engine.access.AccessControl;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.net.tls.SelfSigned;
import io.millrace.net.tls.Tls;
import io.millrace.postgres.PostgresDoor;
import io.millrace.postgres.PostgresLimits;
import io.millrace.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine behind a PostgreSQL listener of its own, in this process: user {@code default} with the password {@code secret}, {@code scram} with the
 * documentation's {@code abacaba} as {@code password_scram_sha256_hex}, {@code open} without any.
 */
final class PostgresListener implements AutoCloseable {
    static final String SALTED_ABACABA = "04e7a70338d7af7bb6142fe7e19fef46d9b605f3e78b932a60e8200ef9154976";

    private final Wiring.Running running;
    private final PostgresOptions options;
    private final PostgresDoor door;
    private final Listener listener;

    private PostgresListener(ConfigTree users, long memoryBytes, boolean encrypted, ListenLimits limits)
            throws IOException {
        Path directory = Files.createTempDirectory("millrace-postgres-");
        ConfigSource config = ConfigSource.fixed(element("clickhouse", users));
        running = new Wiring(
                        directory,
                        directory,
                        AccessControl.of(config.current()),
                        2,
                        memoryBytes,
                        ZoneId.of("UTC"),
                        config)
                .open();
        options = PostgresOptions.defaults(directory.resolve("ids"));
        Vfs files = running.engine().files();
        Optional<Tls> tls = encrypted
                ? Optional.of(new Tls(files, SelfSigned.in(files, directory, "localhost", Instant.now())))
                : Optional.empty();
        door = new PostgresDoor(running.engine(), options, tls);
        listener = Listener.open("postgresql", Listener.loopback(0), door, limits);
    }

    private static ConfigTree users() {
        return element(
                "users",
                AccessControl.defaultUser("secret").children().getFirst(),
                element("scram", text("password_scram_sha256_hex", SALTED_ABACABA)),
                element("open", text("password", "")));
    }

    private static ConfigTree element(String name, ConfigTree... children) {
        return new ConfigTree(name, Map.of(), "", List.of(children));
    }

    private static ConfigTree text(String name, String text) {
        return new ConfigTree(name, Map.of(), text, List.of());
    }

    static PostgresListener open() throws IOException {
        return open(ListenLimits.defaults());
    }

    static PostgresListener open(ListenLimits limits) throws IOException {
        return new PostgresListener(users(), 1L << 30, false, limits);
    }

    static PostgresListener withMemory(long bytes) throws IOException {
        return new PostgresListener(users(), bytes, false, ListenLimits.defaults());
    }

    /** Only the user {@code default}. */
    static PostgresListener withoutScram() throws IOException {
        return new PostgresListener(AccessControl.defaultUser("secret"), 1L << 30, false, ListenLimits.defaults());
    }

    static PostgresListener encrypted() throws IOException {
        return new PostgresListener(users(), 1L << 30, true, ListenLimits.defaults());
    }

    int port() {
        return listener.address().getPort();
    }

    RawPostgres client() throws IOException {
        return RawPostgres.loggedIn(port());
    }

    /** How many connections are served now. */
    int connections() {
        return listener.counts().open();
    }

    /** What the engine counts as held by queries and connections. */
    long heldBytes() {
        return running.engine().memory().usedBytes();
    }

    /** From now on; connections that are open keep what they have. */
    void limits(PostgresLimits limits) {
        door.use(options.withLimits(limits));
    }

    void drain(Duration grace) {
        listener.shutdown(grace);
    }

    @Override
    public void close() {
        listener.close();
        running.shutdown(Duration.ZERO);
    }
}
