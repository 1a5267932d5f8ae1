package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.net.listen.ListenLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final String RUNNING = "select count(*) from system.processes where query like '%9000000000%'"
            + " and query not like '%processes%'";

    private static PostgresListener server;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresListener.withMemory(256 << 20);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawPostgres client() throws IOException {
        return server.client();
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

    /** Half a second is allowed; a slow machine that runs other tests beside gets some more. */
    @Test
    void aClientThatVanishesTakesItsQueryWithIt() throws Exception {
        try (RawPostgres bystander = client()) {
            for (String query : new String[] {
                "select sum(sipHash64(number)) from numbers(9000000000)",
                "select number, repeat('x', 100) from numbers(9000000000)",
                "copy (select number from numbers(9000000000)) to stdout"
            }) {
                RawPostgres raw = client();
                raw.send('Q', RawPostgres.text(query));
                while (bystander.query(RUNNING).contains("D(0)")) {
                    Thread.onSpinWait();
                }
                raw.close();
                long closed = System.nanoTime();
                awaitNoneRunning(bystander);
                assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void aThousandIdleConnectionsCostLittle() throws Exception {
        List<RawPostgres> idle = new ArrayList<>();
        try (RawPostgres bystander = client()) {
            for (int i = 0; i < 1000; i++) {
                idle.add(client());
            }
            assertThat(server.connections()).isGreaterThan(1000);
            assertThat(server.heldBytes())
                    .as("idle connections hold nothing that is counted")
                    .isZero();
            assertThat(bystander.query("select count(*) from numbers(100000)")).isEqualTo("T D(100000) C(SELECT 1) ZI");
            assertThat(idle.get(500).query("select 5")).isEqualTo("T D(5) C(SELECT 1) ZI");
        } finally {
            for (RawPostgres raw : idle) {
                raw.close();
            }
        }
    }

    @Test
    void whoDoesNotReadIsDroppedAfterAWhile() throws Exception {
        try (PostgresListener impatient =
                        PostgresListener.open(ListenLimits.defaults().withSendTimeout(Duration.ofMillis(200)));
                RawPostgres rude = impatient.client();
                RawPostgres bystander = impatient.client()) {
            rude.send('Q', RawPostgres.text("select number, repeat('x', 100) from numbers(9000000000)"));
            while (bystander.query(RUNNING).contains("D(0)")) {
                Thread.onSpinWait();
            }
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
