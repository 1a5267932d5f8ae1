package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server as PostgreSQL's clients see it: messages byte by byte, and psql where it is installed. */
class PostgresTest {
    private static PostgresListener server;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresListener.open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int port() {
        return server.port();
    }

    @Test
    void simpleQueriesAnswerStatementByStatement() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            assertThat(raw.query("select 1;;select 'a' as b")).isEqualTo("T D(1) C(SELECT 1) T D(a) C(SELECT 1) ZI");
            assertThat(raw.query("")).isEqualTo("I ZI");
            assertThat(raw.query(" -- nothing\n;")).isEqualTo("I ZI");
            assertThat(raw.query("select nope; select 1")).isEqualTo("E(42703) ZI");
            assertThat(raw.query("select 1; selec 2 from")).contains("E(42601)");
            assertThat(raw.query("select 1 where false")).isEqualTo("T C(SELECT 0) ZI");
        }
    }

    @Test
    void transactionsAreStates() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            assertThat(raw.query("begin")).isEqualTo("C(BEGIN) ZT");
            assertThat(raw.query("savepoint a")).isEqualTo("C(SAVEPOINT) ZT");
            assertThat(raw.query("select nope")).isEqualTo("E(42703) ZE");
            assertThat(raw.query("select 1")).isEqualTo("E(25P02) ZE");
            assertThat(raw.query("rollback to a")).isEqualTo("C(ROLLBACK) ZT");
            assertThat(raw.query("select nope")).isEqualTo("E(42703) ZE");
            assertThat(raw.query("commit")).isEqualTo("C(ROLLBACK) ZI");
            assertThat(raw.query("commit")).isEqualTo("N C(COMMIT) ZI");
            assertThat(raw.query("release a")).isEqualTo("E(25P01) ZI");
        }
    }

    @Test
    void portalsPauseAndErrorsSkipToSync() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            raw.send(
                    'P',
                    RawPostgres.text("s"),
                    RawPostgres.text("select number from numbers(3) where number < $1"),
                    RawPostgres.shorts(0));
            raw.send('D', new byte[] {'S'}, RawPostgres.text("s"));
            raw.send(
                    'B',
                    RawPostgres.text("p"),
                    RawPostgres.text("s"),
                    RawPostgres.shorts(0, 1),
                    RawPostgres.number(1),
                    "9".getBytes(StandardCharsets.UTF_8),
                    RawPostgres.shorts(0));
            raw.send('E', RawPostgres.text("p"), RawPostgres.number(2));
            raw.send('E', RawPostgres.text("p"), RawPostgres.number(2));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("1 t T 2 D(0) D(1) s D(2) C(SELECT 1) ZI");
            raw.send('E', RawPostgres.text("p"), RawPostgres.number(0));
            raw.send('B', RawPostgres.text(""), RawPostgres.text("s"), RawPostgres.shorts(0, 0, 0));
            raw.send('S');
            assertThat(raw.until('Z'))
                    .as("the portal went with the transaction")
                    .isEqualTo("E(34000) ZI");
            raw.send('P', RawPostgres.text("s"), RawPostgres.text("select 1"), RawPostgres.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("E(42P05) ZI");
            raw.send('P', RawPostgres.text(""), RawPostgres.text("select 1; select 2"), RawPostgres.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("E(42601) ZI");
        }
    }

    @Test
    void copyGoesBothWays() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            raw.query("create table copied (a int, b text) engine = MergeTree order by a");
            raw.send('Q', RawPostgres.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('d', "1\tx\n2".getBytes(StandardCharsets.UTF_8));
            raw.send('d', "\ty\n".getBytes(StandardCharsets.UTF_8));
            raw.send('c');
            assertThat(raw.until('Z')).isEqualTo("C(COPY 2) ZI");
            raw.send('Q', RawPostgres.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('d', "3\tx\nbad\ty\n".getBytes(StandardCharsets.UTF_8));
            raw.send('c');
            assertThat(raw.until('Z')).isEqualTo("E(22P02) ZI");
            raw.send('Q', RawPostgres.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('f', RawPostgres.text("changed my mind"));
            assertThat(raw.until('Z')).isEqualTo("E(57014) ZI");
            assertThat(raw.query("select count(*) from copied"))
                    .as("all or nothing")
                    .contains("D(2)");
            assertThat(raw.query("copy (select * from copied order by a) to stdout"))
                    .isEqualTo("H d d c C(COPY 2) ZI");
            raw.query("drop table copied");
        }
    }

    /** As PostgreSQL 15 writes the same values. */
    @Test
    void copiedValuesAreQuotedWhereTheyMustBe() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            String row =
                    "select -1.5::float8, 'a\\tb\\\\c', '', 'x,\"y\"', null::text, '\\\\.', true, '2024-01-02 03:04:05+00'::timestamptz";
            assertThat(raw.copyOut("copy (" + row + ") to stdout"))
                    .isEqualTo("-1.5\ta\\tb\\\\c\t\tx,\"y\"\t\\N\t\\\\.\tt\t2024-01-02 03:04:05+00\n");
            assertThat(raw.copyOut("copy (" + row + ") to stdout with (format csv)"))
                    .isEqualTo("-1.5,a\tb\\c,\"\",\"x,\"\"y\"\"\",,\"\\.\",t,2024-01-02 03:04:05+00\n");
            assertThat(raw.copyOut("copy (" + row + ") to stdout with (format csv, delimiter ':', force_quote *)"))
                    .isEqualTo("\"-1.5\":\"a\tb\\c\":\"\":\"x,\"\"y\"\"\"::\"\\.\":\"t\":\"2024-01-02 03:04:05+00\"\n");
            assertThat(raw.copyOut("copy (select 1.5::float8, 12) to stdout with (format csv, null '12')"))
                    .isEqualTo("1.5,\"12\"\n");
            assertThat(raw.copyOut("copy (select '2024-01-02 03:04:05+00'::timestamptz, -3) to stdout (delimiter ':')"))
                    .isEqualTo("2024-01-02 03\\:04\\:05+00:-3\n");
        }
    }

    @Test
    void rowsAreChangedAndCounted() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            raw.query("create table changed (a int, b text) engine = MergeTree order by a");
            raw.query("insert into changed values (1, 'x'), (2, 'y'), (3, null::text)");
            assertThat(raw.query("update changed set b = b || '!' where a > 1")).isEqualTo("C(UPDATE 2) ZI");
            assertThat(raw.query("comment on table changed is 'what'")).isEqualTo("C(COMMENT) ZI");
            raw.send(
                    'P',
                    RawPostgres.text(""),
                    RawPostgres.text("delete from changed where a = $1"),
                    RawPostgres.shorts(0));
            raw.send(
                    'B',
                    RawPostgres.text(""),
                    RawPostgres.text(""),
                    RawPostgres.shorts(0, 1),
                    RawPostgres.number(1),
                    RawPostgres.text("2"),
                    RawPostgres.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).as("a zero byte is no part of a number").contains("E(");
            raw.send(
                    'B',
                    RawPostgres.text(""),
                    RawPostgres.text(""),
                    RawPostgres.shorts(0, 1),
                    RawPostgres.number(1),
                    new byte[] {'2'},
                    RawPostgres.shorts(0));
            raw.send('E', RawPostgres.text(""), RawPostgres.number(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("2 C(DELETE 1) ZI");
            assertThat(raw.query("delete from changed")).isEqualTo("C(DELETE 2) ZI");
            raw.query("drop table changed");
        }
    }

    @Test
    void arraysKeepTheirNulls() throws IOException {
        try (RawPostgres raw = RawPostgres.loggedIn(port())) {
            assertThat(raw.query("select '{1,NULL,3}'::int[], '{a,\"null\"}'::text[]"))
                    .isEqualTo("T D({1,NULL,3},{a,\"null\"}) C(SELECT 1) ZI");
        }
    }

    @Test
    void strangersAreRefusedWithoutSayingWhy() throws IOException {
        try (PostgresListener passwords = PostgresListener.withoutScram()) {
            for (String user : new String[] {"default", "nobody"}) {
                try (RawPostgres raw = new RawPostgres(passwords.port())) {
                    raw.startup("user", user);
                    assertThat(raw.next()).isEqualTo("R");
                    raw.send('p', RawPostgres.text("wrong"));
                    assertThat(raw.next()).isEqualTo("E(28P01)");
                }
            }
        }
    }

    @Test
    void brokenStreamsEndOnlyThemselves() throws IOException {
        Random random = new Random(7);
        try (RawPostgres bystander = RawPostgres.loggedIn(port())) {
            for (int i = 0; i < 60; i++) {
                try (RawPostgres raw = i % 2 == 0 ? new RawPostgres(port()) : RawPostgres.loggedIn(port())) {
                    byte[] noise = new byte[random.nextInt(200)];
                    random.nextBytes(noise);
                    if (i % 2 == 1 && noise.length > 5) {
                        noise[0] = (byte) "QPBDECSHdcfF".charAt(random.nextInt(12));
                        System.arraycopy(RawPostgres.number(noise.length - 1), 0, noise, 1, 4);
                    }
                    raw.write(noise);
                    raw.send('S');
                    raw.readToEnd();
                } catch (EOFException | SocketException closed) {
                    // what such a client may expect
                }
            }
            assertThat(bystander.query("select 1")).isEqualTo("T D(1) C(SELECT 1) ZI");
        }
    }

    private static String psql(String password, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("psql", "-p", String.valueOf(port()), "-h", "127.0.0.1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        builder.environment().put("PSQL_PAGER", "cat");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "psql is not installed: " + e.getMessage());
            return "";
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void psqlConnectsAsTheDocumentationShows() throws Exception {
        assertThat(psql("secret", "-U", "default", "default", "-c", "SELECT 1")).contains("(1 row)");
        assertThat(psql("wrong", "-U", "default", "default", "-c", "SELECT 1"))
                .contains("password authentication failed for user \"default\"");
        assertThat(psql("secret", "-U", "default", "default", "-Atc", "show server_version"))
                .isEqualTo("26.7.2.1\n");
    }

    @Test
    void psqlDescribesTables() throws Exception {
        psql(
                "secret",
                "-U",
                "default",
                "default",
                "-c",
                "create table described (id Int64, name Nullable(String) comment 'what', at DateTime default now())"
                        + " engine = MergeTree order by id");
        assertThat(psql("secret", "-U", "default", "default", "-c", "\\d described"))
                .contains("Table \"default.described\"")
                .contains("id     | bigint")
                .contains("not null")
                .contains("timestamp(0) with time zone")
                .contains("\"described_pkey\" PRIMARY KEY, btree (id)");
        for (String command :
                new String[] {"\\d", "\\dt+", "\\l", "\\dn", "\\df", "\\du", "\\di", "\\d+ described", "\\dT", "\\dp"
                }) {
            assertThat(psql("secret", "-U", "default", "default", "-c", command))
                    .as(command)
                    .doesNotContain("ERROR");
        }
        assertThat(psql(
                        "secret",
                        "-U",
                        "default",
                        "default",
                        "-Atc",
                        "select 'described'::regclass::oid = (select oid from pg_class where relname = 'described')"))
                .isEqualTo("t\n");
    }
}
