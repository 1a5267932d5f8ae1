package io.millrace.sql;

import static org.assertj.core.api.Assertions.fail;

import io.millrace.sql.SqlClient.Answer;
import io.millrace.sql.SqlStatements.SqlStatement;
import io.millrace.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Replays every golden file: one test a file, each in a session and a database of its own.
 *
 * <p>System properties: {@code sql}, a regular expression that picks files; {@code url}, a server to run against instead
 * of one started here; {@code sql.root}, the folder of the files when it is not {@code sql} or {@code tests/sql}. Statements
 * in {@code known-failures.txt} must fail. Failures are also listed in {@code target/sql-failures.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlGoldenTest {

    private final Map<String, String> failures = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path root = Path.of("sql");
    private URI url = URI.create("http://127.0.0.1:8123/");
    private @Nullable TestServer server;

    @BeforeAll
    void findFilesAndServer() {
        root = Stream.of(System.getProperty("sql.root", ""), "sql", "tests/sql")
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        String given = System.getProperty("url", "");
        if (given.isEmpty()) {
            TestServer started = TestServer.start();
            server = started;
            url = started.uri();
        } else {
            url = URI.create(given);
        }
    }

    @AfterAll
    void writeSummaryAndStop() throws IOException {
        http.close();
        if (server != null) {
            server.close();
        }
        Path target = root.resolveSibling("target");
        Files.createDirectories(target);
        StringBuilder summary = new StringBuilder();
        failures.forEach(
                (name, what) -> summary.append(name).append('\t').append(what).append('\n'));
        Files.writeString(target.resolve("sql-failures.txt"), summary);
    }

    @TestFactory
    Stream<DynamicTest> goldens() throws IOException {
        Map<String, String> known = Golden.knownFailures(root);
        return Golden.load(root, System.getProperty("sql", "")).stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden, known)));
    }

    /** Every statement must be right, but for the known failures, which must still be wrong. */
    private void check(Golden golden, Map<String, String> known) throws IOException, InterruptedException {
        List<String> problems = play(golden, known);
        if (!problems.isEmpty()) {
            fail(problems.getFirst() + (problems.size() > 1 ? "\n... and " + (problems.size() - 1) + " more" : ""));
        }
    }

    private List<String> play(Golden golden, Map<String, String> known) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        try (SqlClient client = new SqlClient(http, url)) {
            List<SqlStatement> statements = golden.statements();
            for (int i = 0; i < statements.size(); i++) {
                SqlStatement statement = statements.get(i);
                String place = golden.name() + ":" + statement.line();
                Answer answer = client.run(statement.text());
                Optional<String> wrong = judge(statement, answer, golden.expected(i));
                if (known.containsKey(place) == wrong.isPresent()) {
                    continue;
                }
                failures.put(place, oneLine(statement.text()));
                problems.add(place + "\n" + statement.text().strip() + "\n"
                        + wrong.orElse("is right now: remove it from the list known-failures.txt"));
            }
        }
        return problems;
    }

    private static Optional<String> judge(SqlStatement statement, Answer answer, Optional<byte[]> expected) {
        List<String> errors = statement.errors();
        if (!errors.isEmpty()) {
            boolean right = errors.stream().anyMatch(answer::isError);
            return right ? Optional.empty() : Optional.of("expected " + errors + ", got " + answer.text());
        }
        if (answer.status() != 200) {
            return Optional.of("failed: " + answer.text());
        }
        return expected.filter(bytes -> !Arrays.equals(bytes, answer.body()))
                .map(bytes -> Golden.difference(bytes, answer.body()));
    }

    private static String oneLine(String statement) {
        String line = statement.strip().replace('\n', ' ');
        return line.substring(0, Math.min(200, line.length()));
    }
}
