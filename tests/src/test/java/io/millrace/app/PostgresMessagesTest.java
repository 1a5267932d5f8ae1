package io.millrace.app;

import static io.millrace.app.RawPostgres.bind;
import static io.millrace.app.RawPostgres.describe;
import static io.millrace.app.RawPostgres.execute;
import static io.millrace.app.RawPostgres.joined;
import static io.millrace.app.RawPostgres.message;
import static io.millrace.app.RawPostgres.number;
import static io.millrace.app.RawPostgres.parse;
import static io.millrace.app.RawPostgres.shorts;
import static io.millrace.app.RawPostgres.sync;
import static io.millrace.app.RawPostgres.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of a session, good and bad, with the answers that PostgreSQL 15 gave to the same bytes. */
class PostgresMessagesTest {
    private static final String ALIVE = "T D(ok) C(SELECT 1) ZI";
    private static final byte[] FLUSH = message('H');

    private static PostgresListener server;
    private RawPostgres raw;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresListener.open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        raw = server.client();
    }

    @AfterEach
    void disconnect() throws IOException {
        raw.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] query(String sql) {
        return message('Q', text(sql));
    }

    private static byte[] close(char kind, String name) {
        return message('C', new byte[] {(byte) kind}, text(name));
    }

    private void check(String expected, byte[]... messages) throws IOException {
        assertThat(raw.answers(messages)).isEqualTo(expected);
    }

    private void isAlive() throws IOException {
        check(ALIVE, query("select 'ok'::text"));
    }

    @Test
    void lengthsThatCannotBeEndTheConnection() throws IOException {
        byte[][] frames = {
            joined(bytes("Q"), number(3)),
            joined(bytes("Q"), number(0)),
            joined(bytes("Q"), number(-5)),
            joined(bytes("Q"), number(Integer.MAX_VALUE)),
            joined(bytes("S"), number(10_005)),
            joined(bytes("D"), number(10_005)),
            joined(bytes("E"), number(1 << 30))
        };
        for (byte[] frame : frames) {
            try (RawPostgres other = server.client()) {
                other.write(frame);
                assertThat(other.rest()).isEmpty();
            }
        }
        for (int type : new int[] {0, 'z', 'p', 0xFF}) {
            try (RawPostgres other = server.client()) {
                other.write(joined(new byte[] {(byte) type}, number(4)));
                assertThat(other.rest()).as("type " + type).isEqualTo("E(08P01)");
            }
        }
        isAlive();
    }

    @Test
    void bodiesThatDoNotFitAreErrorsAndTheStreamStaysInStep() throws IOException {
        byte[][] bodies = {
            message('P', text("a")),
            message('P', text(""), text("select 1"), shorts(0), bytes("xx")),
            message('P', text(""), text("select 1"), shorts(-1)),
            message('P', text(""), text("select 1"), shorts(32_767)),
            message('D', bytes("S")),
            message('D'),
            message('D', bytes("Sx")),
            describe('Q', "x"),
            close('Q', "x"),
            message('E', text("")),
            message('B', text(""), text("")),
        };
        byte[] statement = parse("", "select $1::int4");
        for (int i = 0; i < bodies.length; i++) {
            String answer = raw.answers(statement, bodies[i], parse("", "select 1"), sync());
            assertThat(answer).as("body " + i).isEqualTo("1 E(08P01) ZI");
        }
        byte[][] values = {
            joined(number(1000), bytes("1")), joined(number(-2)), joined(number(Integer.MIN_VALUE)), new byte[0]
        };
        for (byte[] value : values) {
            check(
                    "1 E(08P01) ZI",
                    statement,
                    message('B', text(""), text(""), shorts(0), shorts(1), value, shorts(0)),
                    execute("", 0),
                    sync());
        }
        check("E(08P01) ZI", message('Q', bytes("select 1")));
        check("E(08P01) ZI", message('Q', bytes("select 1\0select 2\0")));
        check("E(08P01) ZI", message('Q'));
        check("E(22021) ZI", message('Q', new byte[] {'-', '-', (byte) 0xFF, 0}));
        check("E(22021) ZI", message('P', new byte[] {0, '-', '-', (byte) 0xC0, 0, 0, 0}), sync());
        check("E(0A000) ZI", message('F', number(0), shorts(0), shorts(0), shorts(0)));
        isAlive();
    }

    @Test
    void messagesOfNoCopyAreSkipped() throws IOException {
        check(ALIVE, message('d', bytes("abc")), message('c'), message('f', text("x")), query("select 'ok'::text"));
    }

    @Test
    void bindIsChecked() throws IOException {
        check("E(26000) ZI", bind("", "nope"), sync());
        check("E(26000) ZI", bind("", ""), sync());
        check("1 E(08P01) ZI", parse("", "select $1::int4"), bind("", ""), sync());
        check("1 E(08P01) ZI", parse("", "select $1::int4"), bind("", "", "1", "2"), sync());
        check(
                "1 2 D(NULL) C(SELECT 1) ZI",
                parse("", "select $1::int4"),
                bind("", "", (String) null),
                execute("", 0),
                sync());
        byte[] one = joined(number(1), bytes("1"));
        byte[] statement = parse("", "select $1::int4");
        check("1 E(08P01) ZI", statement, message('B', text(""), text(""), shorts(2, 0, 0, 1), one, shorts(0)), sync());
        check("1 E(22023) ZI", statement, message('B', text(""), text(""), shorts(1, 2, 1), one, shorts(0)), sync());
        check("1 E(08P01) ZI", statement, message('B', text(""), text(""), shorts(0, 1), one, shorts(2, 0, 0)), sync());
        check(
                "1 2 D(7) C(SELECT 1) ZI",
                parse("", "select 7::int4"),
                message('B', text(""), text(""), shorts(1, 1), shorts(0), shorts(0)),
                execute("", 0),
                sync());
        check("1 E(22P02) ZI", statement, bind("", "", "abc"), sync());
        assertThat(raw.lastError('W')).isEqualTo("unnamed portal parameter $1 = 'abc'");
        check("1 E(22P02) ZI", statement, bind("named", "", "abc"), sync());
        assertThat(raw.lastError('W')).isEqualTo("portal \"named\" parameter $1 = 'abc'");
    }

    @Test
    void parsePreparesOneStatement() throws IOException {
        check("1 E(42P05) ZI", parse("a", "select 1"), parse("a", "select 2"), sync());
        check("1 1 ZI", parse("", "select 1"), parse("", "select 2"), sync());
        check("E(42601) ZI", parse("", "select 1; select 2"), sync());
        check("1 ZI", parse("", "select 1;"), sync());
        check("1 t n ZI", parse("", " ; -- nothing"), describe('S', ""), sync());
        check("1 2 n I I ZI", parse("", ""), bind("", ""), describe('P', ""), execute("", 0), execute("", 0), sync());
        check("E(42P18) ZI", parse("", "select $2::int4"), sync());
        check("1 t T ZI", parse("more", "select 1::int4", 23, 25), describe('S', "more"), sync());
    }

    @Test
    void executeAndItsEnds() throws IOException {
        check("E(34000) ZI", execute("x", 0), sync());
        check("E(34000) ZI", describe('P', "x"), sync());
        check("E(26000) ZI", describe('S', "x"), sync());
        check("3 3 ZI", close('S', "x"), close('P', "x"), sync());
        check("1 2 D(1) C(SELECT 1) ZI", parse("", "select 1"), bind("", ""), execute("", -1), sync());
        check(
                "1 2 D(1) D(2) s C(SELECT 0) ZI",
                parse("", "values (1), (2)"),
                bind("", ""),
                execute("", 2),
                execute("", 2),
                sync());
        check(
                "1 2 D(1) C(SELECT 1) C(SELECT 0) ZI",
                parse("", "select 1"),
                bind("", ""),
                execute("", 0),
                execute("", 0),
                sync());
        check("1 2 C(BEGIN) E(55000) ZE", parse("", "begin"), bind("", ""), execute("", 0), execute("", 0), sync());
        raw.query("rollback");
    }

    @Test
    void portalsLiveInTheirTransaction() throws IOException {
        check("1 2 ZI", parse("", "select 1"), bind("p", ""), sync());
        check("E(34000) ZI", execute("p", 0), sync());
        raw.query("begin");
        check("1 2 D(1) s ZT", parse("s", "values (1), (2), (3)"), bind("p", "s"), execute("p", 1), sync());
        check("3 D(2) s ZT", close('S', "s"), execute("p", 1), sync());
        check("E(26000) ZE", bind("q", "s"), sync());
        raw.query("rollback");
        raw.query("begin");
        check("1 2 E(42P03) ZE", parse("", "select 1"), bind("p", ""), bind("p", ""), sync());
        raw.query("rollback");
        check("C(BEGIN) C(DECLARE CURSOR) ZT", query("begin; declare c cursor for select 1::int4 as a"));
        check("T ZT", describe('P', "c"), sync());
        raw.query("rollback");
    }

    @Test
    void afterAnErrorAllIsSkippedUpToSync() throws IOException {
        check(
                "E(42703) ZI",
                parse("", "select nope"),
                bind("", ""),
                execute("", 0),
                query("select 2"),
                message('d', new byte[100_000]),
                sync());
        check(
                "1 2 D(1) C(SELECT 1) E(42703) ZI",
                parse("", "select 1"),
                bind("", ""),
                execute("", 0),
                parse("", "select nope"),
                bind("", ""),
                execute("", 0),
                sync());
        check("1 T D(2) C(SELECT 1) ZI", parse("", "select 1"), query("select 2"));
        check("E(26000) ZI", bind("", ""), sync());
        raw.query("begin");
        check("E(42703) ZE", parse("", "select nope"), sync());
        check("E(25P02) ZE", parse("", "select 1"), sync());
        check("1 2 C(ROLLBACK) ZI", parse("", "rollback"), bind("", ""), execute("", 0), sync());
        isAlive();
    }

    @Test
    void flushSendsWithoutSync() throws IOException {
        raw.write(joined(parse("", "select $1::int4 as a"), describe('S', ""), FLUSH));
        assertThat(raw.until('T')).isEqualTo("1 t T");
        raw.write(joined(bind("", "", "5"), execute("", 0), FLUSH));
        assertThat(raw.until('C')).isEqualTo("2 D(5) C(SELECT 1)");
        check("ZI", sync());
    }

    @Test
    void simpleQueriesAreReadBeforeTheyRun() throws IOException {
        check("E(42601) ZI", query("select 1; selec 2"));
        check("E(42601) ZI", query("create table never (a int) engine = Memory; select 1 +"));
        check("E(42P01) ZI", query("select * from never"));
        assertThat(raw.lastError('M')).startsWith("relation \"never\" does not exist: ");
        check("T D(1) C(SELECT 1) E(42703) ZI", query("select 1; select nope; select 2"));
        assertThat(raw.lastError('M')).startsWith("column \"nope\" does not exist: ");
        check("E(42601) ZI", query("select )"));
        assertThat(raw.lastError('M')).startsWith("syntax error at or near \")\": ");
        check("C(BEGIN) T D(1) C(SELECT 1) C(COMMIT) ZI", query("begin; select 1; commit"));
        check("N C(SET) ZI", query("set local application_name = 'q'"));
        check("C(SET) S ZI", query("set application_name = 'r'"));
    }

    // ---- COPY

    private void copy(String expected, String statement, byte[]... messages) throws IOException {
        raw.query("create table if not exists copied (a int4, b text) engine = Memory");
        raw.query("truncate copied");
        raw.write(query(statement));
        assertThat(raw.next()).as(statement).isEqualTo("G");
        assertThat(raw.answers(messages)).as(statement).isEqualTo(expected);
        isAlive();
    }

    private static byte[] data(String text) {
        return message('d', bytes(text));
    }

    private static byte[] binary(byte[]... parts) {
        byte[] signature = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
        return message('d', signature, joined(parts));
    }

    @Test
    void copyInEndsInOrder() throws IOException {
        byte[] done = message('c');
        copy("C(COPY 2) ZI", "copy copied from stdin", data("1\ta\n2"), data(""), data("\tb\n"), done);
        copy("C(COPY 1) ZI", "copy copied from stdin", FLUSH, data("1\ta\n"), sync(), done);
        copy("C(COPY 1) ZI", "copy copied from stdin", data("1\ta\n\\.\nrubbish\n"), done);
        copy("E(57014) ZI", "copy copied from stdin", data("1\ta\n"), message('f', text("no more")));
        copy("E(08P01) ZI", "copy copied from stdin", data("1\ta\n"), message('f', bytes("no")));
        copy("E(22P02) ZI", "copy copied from stdin", data("1\ta\nx\tb\n"), data("3\tc\n"), done);
        copy("E(22P04) ZI", "copy copied from stdin", data("1\n"), done);
        copy("E(22P04) ZI", "copy copied from stdin", data("1\ta\tb\n"), done);
        copy("E(22P04) ZI", "copy copied from stdin csv", data("1,\"a\n"), done);
        copy("E(22P04) ZI", "copy copied from stdin (format csv, header match)", data("a,c\n1,x\n"), done);
        byte[] row = joined(shorts(2), number(4), number(7), number(1), bytes("z"));
        byte[] head = joined(number(0), number(0));
        String statement = "copy copied from stdin (format 'binary')";
        copy("C(COPY 1) ZI", statement, binary(head, row, shorts(-1)), done);
        copy("E(22P04) ZI", statement, data("PGCOPX\n........................"), done);
        copy("E(22P04) ZI", statement, binary(number(0x20000), number(0), shorts(-1)), done);
        copy("E(22P04) ZI", statement, binary(head, shorts(2), number(4), number(7)), done);
        copy("E(22P04) ZI", statement, binary(head, shorts(3), number(4), number(7)), done);
        copy("E(22P04) ZI", statement, binary(head, shorts(2), number(-5)), done);
    }

    @Test
    void errorsOfCopySayWhere() throws IOException {
        raw.query("create table if not exists placed (a int4, b text) engine = Memory");
        raw.write(query("copy placed from stdin"));
        raw.next();
        check("E(22P02) ZI", data("1\ta\nx\tb\n"), message('c'));
        assertThat(raw.lastError('M')).isEqualTo("invalid input syntax for type integer: \"x\"");
        assertThat(raw.lastError('W')).isEqualTo("COPY placed, line 2, column a: \"x\"");
    }

    @Test
    void otherMessagesDuringCopyEndTheConnection() throws IOException {
        raw.query("create table if not exists copied (a int4, b text) engine = Memory");
        for (byte[] wrong : new byte[][] {query("select 1"), parse("", "select 1"), message('z')}) {
            try (RawPostgres other = server.client()) {
                other.write(query("copy copied from stdin"));
                assertThat(other.next()).isEqualTo("G");
                other.write(wrong);
                assertThat(other.rest()).isEqualTo("E(08P01) E(08P01)");
            }
        }
        isAlive();
    }

    @Test
    void copyThroughExtendedQueries() throws IOException {
        raw.query("create table if not exists extended (a int4, b text) engine = Memory");
        raw.write(
                joined(parse("", "copy extended from stdin"), bind("", ""), describe('P', ""), execute("", 0), sync()));
        assertThat(raw.until('G')).isEqualTo("1 2 n G");
        check("C(COPY 1) ZI", data("9\tq\n"), message('c'), sync());
        check(
                "1 2 n H d c C(COPY 1) ZI",
                parse("", "copy (select 5::int4) to stdout"),
                bind("", ""),
                describe('P', ""),
                execute("", 0),
                sync());
        raw.write(joined(parse("", "copy extended from stdin"), bind("", ""), execute("", 0)));
        assertThat(raw.until('G')).isEqualTo("1 2 G");
        check("E(22P02) ZI", data("bad\tq\n"), data("x"), message('c'), parse("", "select 1"), sync());
        isAlive();
    }

    // ---- cancel

    @Test
    void cancelRequestsMeanWhatTheConnectionWaitsFor() throws Exception {
        raw.query("begin");
        check(
                "1 2 D(0) s 1 2 D(0) s 1 2 D(1) C(SELECT 1) ZT",
                parse("", "select number from numbers(100000000000) where sleepEachRow(0) = 0"),
                bind("first", ""),
                execute("first", 1),
                parse("", "select number from numbers(10)"),
                bind("second", ""),
                execute("second", 1),
                parse("", "select 1"),
                bind("", ""),
                execute("", 0),
                sync());
        raw.cancel();
        check("T D(1) C(SELECT 1) ZT", query("select 1"));
        raw.write(joined(execute("first", 2_000_000_000), sync()));
        raw.next();
        raw.cancel();
        char type = raw.skip();
        while (type == 'D') {
            type = raw.skip();
        }
        assertThat(type).isEqualTo('E');
        assertThat(raw.next()).isEqualTo("ZE");
        raw.query("rollback");
        isAlive();
    }
}
