package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.engine.access.AccessControl;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.postgres.PostgresDoor;
import io.millrace.postgres.PostgresOptions;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server as PostgreSQL's clients see it: messages byte by byte, and psql where it is installed. */
class PostgresTest {
    private static Path directory;
    private static Wiring.Running running;
    private static Listener listener;

    @BeforeAll
    static void start() throws IOException {
        directory = Files.createTempDirectory("millrace-postgres-");
        ConfigSource config = ConfigSource.fixed(
                new ConfigTree("clickhouse", Map.of(), "", List.of(AccessControl.defaultUser("secret"))));
        AccessControl access = AccessControl.of(config.current());
        running = new Wiring(directory, directory, access, 2, 1L << 30, ZoneId.of("UTC"), config).open();
        PostgresDoor door = new PostgresDoor(
                running.engine(), PostgresOptions.defaults(directory.resolve("ids")), Optional.empty());
        listener = Listener.open("postgresql", Listener.loopback(0), door, ListenLimits.defaults());
    }

    @AfterAll
    static void stop() {
        listener.close();
        running.shutdown(java.time.Duration.ZERO);
    }

    /** A client that writes and reads single messages. */
    private static final class Raw implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        Raw() throws IOException {
            socket = new Socket("127.0.0.1", listener.address().getPort());
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
        }

        static Raw loggedIn() throws IOException {
            Raw raw = new Raw();
            raw.startup("user", "default", "database", "default");
            assertThat(raw.next()).startsWith("R");
            raw.send('p', text("secret"));
            assertThat(raw.until('Z')).startsWith("R S S");
            return raw;
        }

        void startup(String... pairs) throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (String word : pairs) {
                body.writeBytes(text(word));
            }
            body.write(0);
            out.writeInt(body.size() + 8);
            out.writeInt(196_608);
            out.write(body.toByteArray());
        }

        static byte[] text(String text) {
            return (text + "\0").getBytes(StandardCharsets.UTF_8);
        }

        void send(char type, byte[]... parts) throws IOException {
            int length = 4;
            for (byte[] part : parts) {
                length += part.length;
            }
            out.writeByte(type);
            out.writeInt(length);
            for (byte[] part : parts) {
                out.write(part);
            }
            out.flush();
        }

        static byte[] shorts(int... values) {
            byte[] bytes = new byte[2 * values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[2 * i] = (byte) (values[i] >> 8);
                bytes[2 * i + 1] = (byte) values[i];
            }
            return bytes;
        }

        static byte[] number(int value) {
            return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
        }

        /** The next message: its type, and for rows, tags, errors and the status what is in it. */
        String next() throws IOException {
            int type = in.readByte();
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            String text = new String(body, StandardCharsets.UTF_8);
            return switch (type) {
                case 'C' -> "C(" + text.strip().replace("\0", "") + ")";
                case 'Z' -> "Z" + text;
                case 'E' -> "E(" + field(text, 'C') + ")";
                case 'D' -> {
                    StringBuilder row = new StringBuilder("D(");
                    int at = 2;
                    for (int i = 0; i < body[1]; i++) {
                        int length = java.nio.ByteBuffer.wrap(body, at, 4).getInt();
                        row.append(i == 0 ? "" : ",")
                                .append(length < 0 ? "NULL" : new String(body, at + 4, length, StandardCharsets.UTF_8));
                        at += 4 + Math.max(0, length);
                    }
                    yield row.append(')').toString();
                }
                default -> String.valueOf((char) type);
            };
        }

        private static String field(String text, char code) {
            for (String part : text.split("\0")) {
                if (!part.isEmpty() && part.charAt(0) == code) {
                    return part.substring(1);
                }
            }
            return "";
        }

        String until(char last) throws IOException {
            List<String> messages = new ArrayList<>();
            String message;
            do {
                message = next();
                messages.add(message);
            } while (message.charAt(0) != last);
            return String.join(" ", messages);
        }

        String query(String sql) throws IOException {
            send('Q', text(sql));
            return until('Z');
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void simpleQueriesAnswerStatementByStatement() throws IOException {
        try (Raw raw = Raw.loggedIn()) {
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
        try (Raw raw = Raw.loggedIn()) {
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
        try (Raw raw = Raw.loggedIn()) {
            raw.send('P', Raw.text("s"), Raw.text("select number from numbers(3) where number < $1"), Raw.shorts(0));
            raw.send('D', new byte[] {'S'}, Raw.text("s"));
            raw.send(
                    'B',
                    Raw.text("p"),
                    Raw.text("s"),
                    Raw.shorts(0, 1),
                    Raw.number(1),
                    "9".getBytes(StandardCharsets.UTF_8),
                    Raw.shorts(0));
            raw.send('E', Raw.text("p"), Raw.number(2));
            raw.send('E', Raw.text("p"), Raw.number(2));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("1 t T 2 D(0) D(1) s D(2) C(SELECT 1) ZI");
            raw.send('E', Raw.text("p"), Raw.number(0));
            raw.send('B', Raw.text(""), Raw.text("s"), Raw.shorts(0, 0, 0));
            raw.send('S');
            assertThat(raw.until('Z'))
                    .as("the portal went with the transaction")
                    .isEqualTo("E(34000) ZI");
            raw.send('P', Raw.text("s"), Raw.text("select 1"), Raw.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("E(42P05) ZI");
            raw.send('P', Raw.text(""), Raw.text("select 1; select 2"), Raw.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("E(42601) ZI");
        }
    }

    @Test
    void copyGoesBothWays() throws IOException {
        try (Raw raw = Raw.loggedIn()) {
            raw.query("create table copied (a int, b text) engine = MergeTree order by a");
            raw.send('Q', Raw.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('d', "1\tx\n2".getBytes(StandardCharsets.UTF_8));
            raw.send('d', "\ty\n".getBytes(StandardCharsets.UTF_8));
            raw.send('c');
            assertThat(raw.until('Z')).isEqualTo("C(COPY 2) ZI");
            raw.send('Q', Raw.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('d', "3\tx\nbad\ty\n".getBytes(StandardCharsets.UTF_8));
            raw.send('c');
            assertThat(raw.until('Z')).isEqualTo("E(22P02) ZI");
            raw.send('Q', Raw.text("copy copied from stdin"));
            assertThat(raw.next()).isEqualTo("G");
            raw.send('f', Raw.text("changed my mind"));
            assertThat(raw.until('Z')).isEqualTo("E(57014) ZI");
            assertThat(raw.query("select count(*) from copied"))
                    .as("all or nothing")
                    .contains("D(2)");
            assertThat(raw.query("copy (select * from copied order by a) to stdout"))
                    .isEqualTo("H d d c C(COPY 2) ZI");
            raw.query("drop table copied");
        }
    }

    @Test
    void rowsAreChangedAndCounted() throws IOException {
        try (Raw raw = Raw.loggedIn()) {
            raw.query("create table changed (a int, b text) engine = MergeTree order by a");
            raw.query("insert into changed values (1, 'x'), (2, 'y'), (3, null::text)");
            assertThat(raw.query("update changed set b = b || '!' where a > 1")).isEqualTo("C(UPDATE 2) ZI");
            assertThat(raw.query("comment on table changed is 'what'")).isEqualTo("C(COMMENT) ZI");
            raw.send('P', Raw.text(""), Raw.text("delete from changed where a = $1"), Raw.shorts(0));
            raw.send('B', Raw.text(""), Raw.text(""), Raw.shorts(0, 1), Raw.number(1), Raw.text("2"), Raw.shorts(0));
            raw.send('S');
            assertThat(raw.until('Z')).as("a zero byte is no part of a number").contains("E(");
            raw.send('B', Raw.text(""), Raw.text(""), Raw.shorts(0, 1), Raw.number(1), new byte[] {'2'}, Raw.shorts(0));
            raw.send('E', Raw.text(""), Raw.number(0));
            raw.send('S');
            assertThat(raw.until('Z')).isEqualTo("2 C(DELETE 1) ZI");
            assertThat(raw.query("delete from changed")).isEqualTo("C(DELETE 2) ZI");
            raw.query("drop table changed");
        }
    }

    @Test
    void arraysKeepTheirNulls() throws IOException {
        try (Raw raw = Raw.loggedIn()) {
            assertThat(raw.query("select '{1,NULL,3}'::int[], '{a,\"null\"}'::text[]"))
                    .isEqualTo("T D({1,NULL,3},{a,\"null\"}) C(SELECT 1) ZI");
        }
    }

    @Test
    void strangersAreRefusedWithoutSayingWhy() throws IOException {
        for (String user : new String[] {"default", "nobody"}) {
            try (Raw raw = new Raw()) {
                raw.startup("user", user);
                assertThat(raw.next()).isEqualTo("R");
                raw.send('p', Raw.text("wrong"));
                assertThat(raw.next()).isEqualTo("E(28P01)");
            }
        }
    }

    @Test
    void brokenStreamsEndOnlyThemselves() throws IOException {
        Random random = new Random(7);
        try (Raw bystander = Raw.loggedIn()) {
            for (int i = 0; i < 60; i++) {
                try (Raw raw = i % 2 == 0 ? new Raw() : Raw.loggedIn()) {
                    byte[] noise = new byte[random.nextInt(200)];
                    random.nextBytes(noise);
                    if (i % 2 == 1 && noise.length > 5) {
                        noise[0] = (byte) "QPBDECSHdcfF".charAt(random.nextInt(12));
                        System.arraycopy(Raw.number(noise.length - 1), 0, noise, 1, 4);
                    }
                    raw.out.write(noise);
                    raw.send('S');
                    raw.socket.shutdownOutput();
                    while (raw.in.read() >= 0) {}
                } catch (EOFException | SocketException closed) {
                    // what such a client may expect
                }
            }
            assertThat(bystander.query("select 1")).isEqualTo("T D(1) C(SELECT 1) ZI");
        }
    }

    private static String psql(String password, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("psql", "-p", String.valueOf(listener.address().getPort()), "-h", "127.0.0.1"));
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
