package io.millrace.app;

import static io.millrace.app.RawPostgres.bind;
import static io.millrace.app.RawPostgres.execute;
import static io.millrace.app.RawPostgres.joined;
import static io.millrace.app.RawPostgres.message;
import static io.millrace.app.RawPostgres.number;
import static io.millrace.app.RawPostgres.parse;
import static io.millrace.app.RawPostgres.sync;
import static io.millrace.app.RawPostgres.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.postgres.PostgresLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every limit of the PostgreSQL interface, made small: who passes it is told so or cut off, and a bystander never notices. */
class PostgresLimitsTest {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String ALIVE = "T D(1) C(SELECT 1) ZI";
    private static final long MEMORY = 96L << 20;

    private static PostgresListener server;
    private static RawPostgres bystander;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresListener.withMemory(MEMORY);
        bystander = server.client();
    }

    @AfterAll
    static void stop() throws IOException {
        bystander.close();
        server.close();
    }

    @AfterEach
    void theBystanderIsUnharmedAndNothingStaysHeld() throws IOException {
        assertThat(bystander.query("select 1")).isEqualTo(ALIVE);
        server.limits(PostgresLimits.defaults());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while ((server.connections() > 1 || server.heldBytes() > 0) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.heldBytes()).isZero();
    }

    // ---- times

    @Test
    void whoSaysNothingIsCutOffWithoutAWord() throws IOException {
        server.limits(PostgresLimits.defaults().withTimes(SHORT, LONG, LONG));
        try (RawPostgres silent = new RawPostgres(server.port());
                RawPostgres slow = new RawPostgres(server.port())) {
            slow.write(new byte[] {0, 0, 0});
            assertThat(silent.rest()).isEmpty();
            assertThat(slow.rest()).isEmpty();
        }
    }

    @Test
    void aLoginThatTakesTooLongIsToldSo() throws IOException {
        server.limits(PostgresLimits.defaults().withTimes(LONG, SHORT, LONG));
        try (RawPostgres silent = new RawPostgres(server.port());
                RawPostgres slow = new RawPostgres(server.port())) {
            silent.startup("user", "default");
            slow.startup("user", "default");
            assertThat(slow.next()).isEqualTo("R");
            slow.write(joined(new byte[] {'p'}, number(11), new byte[] {'s'}));
            assertThat(silent.rest()).isEqualTo("R E(57014)");
            assertThat(slow.rest()).isEqualTo("E(57014)");
        }
    }

    @Test
    void aMessageThatStallsEndsItsConnection() throws IOException {
        server.limits(PostgresLimits.defaults().withStalled(SHORT));
        try (RawPostgres slow = server.client();
                RawPostgres slower = server.client()) {
            slow.write(joined(new byte[] {'Q'}, number(100), new byte[] {'s'}));
            slower.write(new byte[] {'Q', 0});
            assertThat(slow.rest()).isEmpty();
            assertThat(slower.rest()).isEmpty();
        }
        try (RawPostgres copying = server.client()) {
            copying.query("create table if not exists stalled (a int) engine = Memory");
            copying.send('Q', text("copy stalled from stdin"));
            assertThat(copying.next()).isEqualTo("G");
            copying.write(joined(new byte[] {'d'}, number(100), new byte[] {'1'}));
            assertThat(copying.rest()).isEmpty();
        }
    }

    @Test
    void idleSessionsAreToldWhyTheyEnd() throws IOException {
        try (RawPostgres idle = server.client();
                RawPostgres inBlock = server.client()) {
            idle.query("set idle_session_timeout = 100");
            inBlock.query("set idle_in_transaction_session_timeout = 100");
            inBlock.query("begin");
            assertThat(idle.rest()).isEqualTo("E(57P05)");
            assertThat(inBlock.rest()).isEqualTo("E(25P03)");
        }
        server.limits(PostgresLimits.defaults().withTimes(LONG, LONG, SHORT));
        try (RawPostgres idle = server.client()) {
            assertThat(idle.rest()).isEqualTo("E(57P05)");
        }
    }

    @Test
    void sessionsAreToldOfAShutdown() throws IOException {
        try (PostgresListener other = PostgresListener.open();
                RawPostgres idle = RawPostgres.loggedIn(other.port())) {
            other.drain(LONG);
            assertThat(idle.rest()).isEqualTo("E(57P01)");
        }
    }

    // ---- counts

    @Test
    void newcomersHavePlacesOfTheirOwn() throws IOException {
        server.limits(PostgresLimits.defaults().withNewcomers(3, 2));
        List<RawPostgres> silent = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            RawPostgres newcomer = new RawPostgres(server.port());
            newcomer.startup("user", "default");
            assertThat(newcomer.next()).isEqualTo("R");
            silent.add(newcomer);
        }
        try (RawPostgres third = new RawPostgres(server.port())) {
            assertThat(third.rest()).as("of this address").isEqualTo("E(53300)");
        }
        try (RawPostgres elsewhere = RawPostgres.loggedIn(server.port(), "127.0.0.2")) {
            assertThat(elsewhere.query("select 1")).isEqualTo(ALIVE);
            RawPostgres newcomer = new RawPostgres(server.port(), "127.0.0.3");
            newcomer.startup("user", "default");
            newcomer.next();
            silent.add(newcomer);
            try (RawPostgres fourth = new RawPostgres(server.port(), "127.0.0.4")) {
                assertThat(fourth.rest()).as("in all").isEqualTo("E(53300)");
            }
            assertThat(elsewhere.query("select 1"))
                    .as("who is known is no newcomer")
                    .isEqualTo(ALIVE);
        }
        for (RawPostgres newcomer : silent) {
            newcomer.send('p', text("secret"));
            assertThat(newcomer.until('Z')).endsWith("ZI");
            newcomer.close();
        }
    }

    @Test
    void aFloodOfWrongPasswordsDelaysOnlyItsAddress() throws IOException {
        server.limits(PostgresLimits.defaults().withNewcomers(100, 20));
        List<RawPostgres> flood = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RawPostgres guess = new RawPostgres(server.port(), "127.0.0.9");
            guess.startup("user", "default");
            guess.next();
            guess.send('p', text("guess" + i));
            flood.add(guess);
        }
        try (RawPostgres next = new RawPostgres(server.port(), "127.0.0.9")) {
            assertThat(next.rest())
                    .as("those that wait for their answer take the places")
                    .isEqualTo("E(53300)");
        }
        for (int i = 0; i < 5; i++) {
            try (RawPostgres other = RawPostgres.loggedIn(server.port())) {
                assertThat(other.query("select 1")).isEqualTo(ALIVE);
            }
        }
        assertThat(flood.getFirst().rest()).isEqualTo("E(28P01)");
        for (RawPostgres guess : flood) {
            guess.close();
        }
    }

    @Test
    void statementsAndPortalsAreCountedAndWeighed() throws IOException {
        server.limits(PostgresLimits.defaults().withStatements(3, 2, 4 << 20));
        try (RawPostgres raw = server.client()) {
            assertThat(raw.answers(parse("a", "select 1"), parse("b", "select 1"), parse("c", "select 1"), sync()))
                    .isEqualTo("1 1 1 ZI");
            assertThat(raw.answers(parse("d", "select 1"), sync())).isEqualTo("E(53400) ZI");
            assertThat(raw.query("prepare d as select 1")).isEqualTo("E(53400) ZI");
            raw.query("deallocate all");
            raw.query("begin");
            assertThat(raw.answers(parse("a", "select 1"), bind("p", "a"), bind("q", "a"), sync()))
                    .isEqualTo("1 2 2 ZT");
            assertThat(raw.query("declare r cursor for select 1")).isEqualTo("E(53400) ZE");
            raw.query("rollback");
            raw.query("deallocate all");
            String longText = "select '" + "x".repeat(70_000) + "'";
            assertThat(raw.answers(parse("a", longText), sync())).isEqualTo("1 ZI");
            assertThat(raw.answers(parse("b", longText), sync()))
                    .as("too heavy")
                    .isEqualTo("E(53400) ZI");
            raw.query("deallocate a");
            assertThat(raw.answers(parse("b", longText), sync())).isEqualTo("1 ZI");
        }
    }

    // ---- memory

    @Test
    void messagesAreReadOverWhenThereIsNoMemoryForThem() throws IOException {
        byte[] large = new byte[(int) MEMORY];
        try (RawPostgres raw = server.client()) {
            assertThat(raw.answers(message('Q', large))).isEqualTo("E(53200) ZI");
            assertThat(raw.answers(
                            parse("", "select length($1::text)"),
                            message(
                                    'B',
                                    text(""),
                                    text(""),
                                    RawPostgres.shorts(0, 1),
                                    number(large.length),
                                    large,
                                    RawPostgres.shorts(0)),
                            execute("", 0),
                            sync()))
                    .as("what follows is skipped up to Sync")
                    .isEqualTo("1 E(53200) ZI");
            assertThat(raw.query("select 1")).isEqualTo(ALIVE);
        }
    }

    @Test
    void aRowOfCopyThatNeverEndsIsRefused() throws IOException {
        try (RawPostgres raw = server.client()) {
            raw.query("create table if not exists endless (a text) engine = Memory");
            raw.send('Q', text("copy endless from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            byte[] piece = message('d', "x".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            for (int i = 0; i < 2 * (MEMORY >> 20); i++) {
                raw.write(piece);
            }
            raw.send('c');
            assertThat(raw.until('Z')).isEqualTo("E(53200) ZI");
            raw.query("drop table endless");
        }
    }

    @Test
    void aRowThatIsTooLargeForTheServerIsAnError() throws IOException {
        try (RawPostgres raw = server.client()) {
            // the text fits, a message with it twice does not
            String answer = raw.query("select a, a from (select repeat(repeat('x', 1000), 40000) as a)");
            assertThat(answer.substring(0, Math.min(40, answer.length()))).isEqualTo("T E(53200) ZI");
            assertThat(raw.query("select 1")).isEqualTo(ALIVE);
        }
    }

    @Test
    void statementsThatAreTooLongAreNotRead() throws IOException {
        try (RawPostgres raw = server.client()) {
            assertThat(raw.query("select '" + "x".repeat(300_000) + "'")).isEqualTo("E(54000) ZI");
            assertThat(raw.query("create table if not exists wide (a text) engine = Memory"))
                    .isEqualTo("C(CREATE TABLE) ZI");
            assertThat(raw.query("insert into wide values ('" + "x".repeat(300_000) + "')"))
                    .as("data is no statement")
                    .isEqualTo("C(INSERT 0 1) ZI");
            raw.query("drop table wide");
        }
    }
}
