package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.engine.access.AccessControl;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.postgres.PostgresDoor;
import io.millrace.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients of the PostgreSQL interface that are many, slow or rude: each harms at most itself. */
class PostgresAbuseTest {
    private static final String RUNNING =
            "select count(*) from system.processes where query like '%numbers(9000000000)%'"
                    + " and query not like '%processes%'";

    private static Wiring.Running running;
    private static Listener listener;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Files.createTempDirectory("millrace-postgres-abuse-");
        ConfigSource config = ConfigSource.fixed(
                new ConfigTree("clickhouse", Map.of(), "", List.of(AccessControl.defaultUser("secret"))));
        AccessControl access = AccessControl.of(config.current());
        running = new Wiring(directory, directory, access, 2, 256 << 20, ZoneId.of("UTC"), config).open();
        PostgresDoor door = new PostgresDoor(
                running.engine(), PostgresOptions.defaults(directory.resolve("ids")), Optional.empty());
        listener = Listener.open("postgresql", Listener.loopback(0), door, ListenLimits.defaults());
    }

    @AfterAll
    static void stop() {
        listener.close();
        running.shutdown(Duration.ZERO);
    }

    private static RawPostgres client() throws IOException {
        return RawPostgres.loggedIn(listener.address().getPort());
    }

    private static void awaitNoneRunning(RawPostgres bystander) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String answer = bystander.query(RUNNING);
        while (!answer.contains("D(0)") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            answer = bystander.query(RUNNING);
        }
        assertThat(answer).contains("D(0)");
    }

    @Test
    void twoHundredBusyConnectionsAreServed() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    try (RawPostgres raw = client()) {
                        String first = raw.query("select count(*), max(number) from numbers(10000)");
                        assertThat(first).isEqualTo("T D(10000,9999) C(SELECT 1) ZI");
                        return raw.query("select " + number + "::int");
                    }
                }));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get(60, TimeUnit.SECONDS)).isEqualTo("T D(" + i + ") C(SELECT 1) ZI");
            }
        }
    }

    @Test
    void whoDoesNotReadStallsNobodyElse() throws Exception {
        try (RawPostgres bystander = client()) {
            List<RawPostgres> rude = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                RawPostgres raw = client();
                rude.add(raw);
                for (int times = 0; times < 3; times++) {
                    raw.send('Q', RawPostgres.text("select number, repeat('x', 100) from numbers(9000000000)"));
                }
            }
            for (int i = 0; i < 20; i++) {
                assertThat(bystander.query("select count(*) from numbers(100000)"))
                        .isEqualTo("T D(100000) C(SELECT 1) ZI");
            }
            for (RawPostgres raw : rude) {
                raw.close();
            }
            awaitNoneRunning(bystander);
        }
    }

    @Test
    void aClientThatVanishesTakesItsQueryWithIt() throws Exception {
        try (RawPostgres bystander = client()) {
            RawPostgres raw = client();
            raw.send('Q', RawPostgres.text("select sum(sipHash64(number)) from numbers(9000000000)"));
            raw.close();
            awaitNoneRunning(bystander);
        }
    }

    @Test
    void bytesThatComeOneByOneAreUnderstood() throws Exception {
        try (RawPostgres raw = client()) {
            byte[] query = RawPostgres.text("select 'slow'");
            raw.write(new byte[] {'Q'});
            for (byte b : RawPostgres.number(query.length + 4)) {
                raw.write(new byte[] {b});
            }
            for (byte b : query) {
                raw.write(new byte[] {b});
            }
            assertThat(raw.until('Z')).isEqualTo("T D(slow) C(SELECT 1) ZI");
        }
    }

    /** Three gigabytes of rows through a server that has a quarter of one for its queries. */
    @Test
    void aPausedPortalTakesLittleMemory() throws Exception {
        try (RawPostgres raw = client()) {
            raw.query("set max_memory_usage = 60000000");
            raw.query("begin");
            raw.send(
                    'P',
                    RawPostgres.text(""),
                    RawPostgres.text("select number, repeat('x', 1000) from numbers(3000000)"),
                    RawPostgres.shorts(0));
            raw.send('B', RawPostgres.text("p"), RawPostgres.text(""), RawPostgres.shorts(0, 0, 0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("1 2 ZT");
            long rows = 0;
            boolean more = true;
            while (more) {
                raw.send('E', RawPostgres.text("p"), RawPostgres.number(50_000));
                raw.send('S');
                char type;
                do {
                    type = raw.skip();
                    rows += type == 'D' ? 1 : 0;
                    more &= type != 'C';
                    assertThat(type).isNotEqualTo('E');
                } while (type != 'Z');
            }
            assertThat(rows).isEqualTo(3_000_000);
        }
    }
}
