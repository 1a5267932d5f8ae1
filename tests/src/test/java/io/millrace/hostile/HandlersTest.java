package io.millrace.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Injections into predefined queries, and attempts to write where only reading is allowed. */
final class HandlersTest {
    private static final String RULES = """
            <clickhouse><http_handlers>
              <rule><url>prefix:/string</url><handler><type>predefined_query_handler</type>
                <query>SELECT hex({v:String}), count() FROM secrets WHERE name = {v:String}</query></handler></rule>
              <rule><url>prefix:/number</url><handler><type>predefined_query_handler</type>
                <query>SELECT {v:Int64}, count() FROM secrets WHERE id = {v:Int64}</query></handler></rule>
              <rule><url>prefix:/array</url><handler><type>predefined_query_handler</type>
                <query>SELECT count() FROM secrets WHERE name IN {v:Array(String)}</query></handler></rule>
              <rule><url>prefix:/table</url><handler><type>predefined_query_handler</type>
                <query>SELECT count() FROM {v:Identifier}</query></handler></rule>
              <rule><url><![CDATA[regex:/captured/(?P<v>.*)]]></url><handler><type>predefined_query_handler</type>
                <query>SELECT hex({v:String}), count() FROM secrets WHERE name = {v:String}</query></handler></rule>
              <rule><url>/write</url><handler><type>predefined_query_handler</type>
                <query>INSERT INTO secrets VALUES (9, 'written')</query></handler></rule>
              <defaults/>
            </http_handlers></clickhouse>
            """;

    private static Path config;
    private static TestServer server;
    private static Asking asking;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        config = Files.createTempFile("millrace-rules-", ".xml");
        Files.writeString(config, RULES);
        server = TestServer.start("--config", config.toString());
        asking = Asking.of(server.uri());
        asking.post("/", "CREATE TABLE secrets (id Int64, name String) ENGINE = Memory");
        asking.post("/", "INSERT INTO secrets VALUES (1, 'one'), (2, 'two')");
    }

    @AfterAll
    static void stop() throws IOException {
        asking.close();
        server.close();
        Files.delete(config);
    }

    /** Texts that would change a statement if they were put into it. */
    private static List<String> injections() {
        List<String> texts = new ArrayList<>();
        String[] ends = {"'", "\"", "`", "\\'", "''", "\\\\'", ")", "]", "}", "\u0000", "%27", "\u2019", "\u02bc"};
        String[] tails = {
            " OR 1",
            " OR 1=1 --",
            "; DROP TABLE secrets",
            " UNION ALL SELECT 1, count() FROM secrets",
            ") OR (1",
            " /*",
            "#",
            " SETTINGS readonly=0",
            " FORMAT Null",
            "} OR {v:String",
            "$$",
            "\\",
            " AND 0)",
        };
        for (String end : ends) {
            for (String tail : tails) {
                texts.add(end + tail);
                texts.add("one" + end + tail);
                texts.add("1" + end + tail + end);
            }
        }
        return texts;
    }

    @Test
    void valuesStayValues() throws IOException, InterruptedException {
        List<String> texts = injections();
        assertThat(texts).hasSizeGreaterThan(500);
        for (String text : texts) {
            // The value is read as one TabSeparated field, so its escapes are written.
            String field = text.replace("\\", "\\\\").replace("\0", "\\0");
            String asked = Asking.encoded(field);
            String hex = HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
            assertThat(asking.get("/string?v=" + asked).body()).as(text).isEqualTo(hex + "\t0\n");
            assertThat(asking.get("/number?v=" + asked).statusCode()).as(text).isGreaterThanOrEqualTo(400);
            HttpResponse<String> array = asking.get("/array?v=" + asked);
            assertThat(array.statusCode()).as(text).isGreaterThanOrEqualTo(400);
            assertThat(asking.get("/table?v=" + asked).statusCode()).as(text).isGreaterThanOrEqualTo(400);
        }
        assertThat(asking.post("/", "SELECT count() FROM secrets").body()).isEqualTo("2\n");
    }

    @Test
    void capturesStayValues() throws IOException, InterruptedException {
        for (String path : List.of("one%27%20OR%201", "one'OR'1", "one;DROP", "one\\'", "*", "one/../two")) {
            HttpResponse<String> answer = asking.get("/captured/" + path.replace("\\", "%5C"));
            assertThat(answer.body()).as(path).doesNotContain("\t2").doesNotContain("\t1");
        }
        assertThat(asking.get("/captured/one?v=two").body()).isEqualTo("6F6E65\t1\n");
    }

    @Test
    void aGetHandlerCannotWrite() throws IOException, InterruptedException {
        assertThat(asking.get("/write").body()).startsWith("Code: 164.");
        assertThat(asking.get("/write?readonly=0").body()).startsWith("Code: 164.");
        assertThat(asking.post("/", "SELECT count() FROM secrets WHERE id = 9").body())
                .isEqualTo("0\n");
    }

    /** How statements come in, and whether they may write. */
    @TestFactory
    Stream<DynamicTest> readonlyHolds() {
        Map<String, Boolean> doors = new LinkedHashMap<>();
        doors.put("GET /?", false);
        doors.put("GET /?readonly=0&", false);
        doors.put("GET /?readonly=1&", false);
        doors.put("GET /?readonly=2&", false);
        doors.put("POST /?readonly=1&", false);
        doors.put("POST /?readonly=2&", false);
        doors.put("POST /?readonly=0&", true);
        doors.put("POST /?", true);
        String[] writes = {
            "INSERT INTO secrets VALUES (7, 'x')",
            "INSERT INTO secrets SELECT 7, 'x'",
            "INSERT INTO FUNCTION file('readonly.tsv', 'TSV', 'a UInt8') SELECT 1",
            "CREATE TABLE IF NOT EXISTS made (a UInt8) ENGINE = Memory",
            "CREATE DATABASE IF NOT EXISTS made_too",
            "CREATE VIEW IF NOT EXISTS seen AS SELECT 1",
            "DROP TABLE IF EXISTS made",
            "DROP DATABASE IF EXISTS made_too",
            "TRUNCATE TABLE IF EXISTS made",
            "RENAME TABLE made TO made_again",
            "ALTER TABLE secrets ADD COLUMN b UInt8",
            "OPTIMIZE TABLE secrets",
            "KILL QUERY WHERE query_id = 'none'",
            "SYSTEM FLUSH LOGS",
            "DETACH TABLE made",
            "INSERT INTO secrets SETTINGS readonly = 0 VALUES (7, 'x')",
            "CREATE TEMPORARY TABLE written (a UInt8) ENGINE = File(TSV, 'readonly.tsv')",
            "CREATE TEMPORARY TABLE merged (a UInt8) ENGINE = MergeTree ORDER BY a",
        };
        List<DynamicTest> tests = new ArrayList<>();
        doors.forEach((door, mayWrite) -> {
            for (String write : writes) {
                tests.add(dynamicTest(door + write, () -> refuses(door, write, mayWrite)));
            }
            tests.add(dynamicTest(door + "SELECT", () -> reads(door)));
        });
        return tests.stream();
    }

    private static void refuses(String door, String write, boolean mayWrite) throws IOException, InterruptedException {
        String path = door.substring(door.indexOf('/')) + "query=" + Asking.encoded(write);
        HttpResponse<String> answer = door.startsWith("GET") ? asking.get(path) : asking.post(path, "");
        if (mayWrite) {
            assertThat(answer.body()).doesNotContain("READONLY");
        } else {
            assertThat(answer.body()).startsWith("Code: 164.");
        }
    }

    private static void reads(String door) throws IOException, InterruptedException {
        String path = door.substring(door.indexOf('/')) + "query=SELECT%201";
        HttpResponse<String> answer = door.startsWith("GET") ? asking.get(path) : asking.post(path, "");
        boolean lifts = door.startsWith("GET") && (door.contains("readonly=0") || door.contains("readonly=1"));
        assertThat(answer.body()).startsWith(lifts ? "Code: 164." : "1");
    }
}
