package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code client} and {@code local}, run in this process with captured streams. */
class CommandLineTest {
    private record Ran(int status, String out, String err) {}

    private static Ran run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        int status = Main.commandLine(streams).execute(arguments);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void localRunsStatementsOneAfterTheOther() {
        Ran ran = run(
                "",
                "local",
                "-q",
                "CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a; INSERT INTO t VALUES (1),(2);"
                        + " SELECT sum(a) FROM t; SELECT 1 FORMAT JSONEachRow");
        assertThat(ran).isEqualTo(new Ran(0, "3\n{\"1\":1}\n", ""));
    }

    @Test
    void localTakesStatementsFromStandardInput() {
        assertThat(run("SELECT 1;\nSELECT 2", "local")).isEqualTo(new Ran(0, "1\n2\n", ""));
    }

    @Test
    void localReadsATableFromStandardInput() {
        Ran ran = run(
                "a,b\n1,x\n2,y\n", "local", "--input-format", "CSVWithNames", "-q", "SELECT sum(a), max(b) FROM table");
        assertThat(ran).isEqualTo(new Ran(0, "3\ty\n", ""));
        ran = run("1\tx\n2\ty\n", "local", "-S", "n UInt64, s String", "-q", "SELECT sum(n), max(s) FROM table");
        assertThat(ran).isEqualTo(new Ran(0, "3\ty\n", ""));
    }

    @Test
    void localReadsATableFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.csv"), "1,x\n2,y\n");
        Ran ran = run(
                "",
                "local",
                "--file",
                file.toString(),
                "--input-format",
                "CSV",
                "-S",
                "n UInt64, s String",
                "-N",
                "t",
                "-q",
                "SELECT sum(n) FROM t");
        assertThat(ran).isEqualTo(new Ran(0, "3\n", ""));
    }

    @Test
    void localKeepsTablesInAPath(@TempDir Path folder) {
        String path = folder.resolve("data").toString();
        run(
                "",
                "local",
                "--path",
                path,
                "-q",
                "CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a; INSERT INTO t VALUES (7)");
        assertThat(run("", "local", "--path", path, "-q", "SELECT a FROM t")).isEqualTo(new Ran(0, "7\n", ""));
    }

    @Test
    void settingsAndParametersAreOptions() {
        Ran ran = run("", "local", "--param_x=5", "--max_block_size", "1", "-q", "SELECT {x:UInt8} + 1");
        assertThat(ran).isEqualTo(new Ran(0, "6\n", ""));
        assertThat(run("", "local", "--no_such_setting=1", "-q", "SELECT 1").status())
                .isEqualTo(115);
    }

    @Test
    void theExitStatusIsTheErrorsCode() {
        Ran ran = run("", "local", "-q", "SELECT nope; SELECT 2");
        assertThat(ran.status()).isEqualTo(47);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("Code: 47. DB::Exception: ").contains("(query: SELECT nope)");
        assertThat(run("", "local", "--ignore-error", "-q", "SELECT nope; SELECT 2")
                        .out())
                .isEqualTo("2\n");
        assertThat(run("", "local", "-q", "SELEC 1").status()).isEqualTo(62);
    }

    @Test
    void writesIntoAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out.tsv");
        run("", "local", "-q", "SELECT number FROM numbers(3) INTO OUTFILE '" + file + "'");
        assertThat(Files.readString(file)).isEqualTo("0\n1\n2\n");
    }

    @Test
    void clientTalksToAServer() throws Exception {
        try (RunningServer server = new RunningServer("secret")) {
            String[] connect = {"client", "--port", Integer.toString(server.port()), "--password", "secret", "-q"};
            assertThat(run(
                            "",
                            with(
                                    connect,
                                    "CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a; USE system;"
                                            + " SELECT currentDatabase(); SET max_block_size = 10")))
                    .isEqualTo(new Ran(0, "system\n", ""));
            assertThat(run("1\tx\n2\ty\n", with(connect, "INSERT INTO t FORMAT TabSeparated")))
                    .isEqualTo(new Ran(0, "", ""));
            assertThat(run("", with(connect, "SELECT * FROM t ORDER BY a FORMAT JSONEachRow")))
                    .isEqualTo(new Ran(0, "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n", ""));
            assertThat(run("", with(connect, "SELECT * FROM nowhere")).status()).isEqualTo(60);
            Ran broken = run("", with(connect, "SELECT throwIf(number = 3000000) FROM numbers(10000000)"));
            assertThat(broken.status()).isEqualTo(395 & 0xFF);
            assertThat(broken.err()).startsWith("Code: 395. DB::Exception: ");
            assertThat(broken.out()).doesNotContain("__exception__");
            connect[4] = "wrong";
            assertThat(run("", with(connect, "SELECT 1")).status()).isEqualTo(516 & 0xFF);
        }
    }

    @Test
    void clientSaysWhenNobodyListens() {
        Ran ran = run("", "client", "--port", "1", "-q", "SELECT 1");
        assertThat(ran.status()).isEqualTo(210);
        assertThat(ran.err()).contains("Connection refused");
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }
}
