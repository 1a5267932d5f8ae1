package io.millrace.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command of the ClickHouse manual's page on the HTTP interface, run with curl, wget and nc as the page shows them; what is not installed
 * is skipped, but that bash stands in for nc. The commands stand in {@code tests/clients/curl/manual.txt}.
 */
final class CurlManualTest {
    private static final Path FOLDER = Path.of("clients/curl");
    private static final List<String> TOOLS = List.of("curl", "wget", "gzip", "gunzip");

    private static final String NETCAT = "\\| nc (\\w+) (\\d+)";
    /** The same bytes over the same connection, where there is no nc. */
    private static final String BASH_FOR_NETCAT = "| (exec 3<>/dev/tcp/$1/$2; cat >&3; cat <&3)";

    private static TestServer plain;
    private static TestServer configured;

    private record Step(String name, boolean onConfigured, String command, String comparison, String expected) {}

    @BeforeAll
    static void start() {
        plain = TestServer.start();
        configured = TestServer.start(
                "--config", FOLDER.resolve("config.xml").toAbsolutePath().toString());
    }

    @AfterAll
    static void stop() {
        plain.close();
        configured.close();
    }

    @TestFactory
    Stream<DynamicTest> page() throws IOException {
        return steps(Files.readString(FOLDER.resolve("manual.txt"))).stream()
                .map(step -> dynamicTest(step.name, () -> run(step)));
    }

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        String[] blocks = text.split("\n=== ", -1);
        for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
            String[] lines = block.split("\n", 2);
            int separator = lines[1].indexOf("\n--- ");
            String[] answer = lines[1].substring(separator + 5).split("\n", 2);
            steps.add(new Step(
                    lines[0],
                    lines[0].endsWith("[configured]"),
                    lines[1].substring(0, separator),
                    answer[0].strip(),
                    answer[1].stripTrailing()));
        }
        return steps;
    }

    private static void run(Step step) throws IOException, InterruptedException {
        for (String tool : TOOLS) {
            assumeTrue(
                    !step.command.matches("(?s).*\\b" + tool + " .*") || Commands.isInstalled(tool),
                    tool + " is not installed");
        }
        TestServer server = step.onConfigured ? configured : plain;
        String port = Integer.toString(server.uri().getPort());
        String command = step.command
                .replace("localhost:8123", "localhost:" + port)
                .replace("localhost 8123", "localhost " + port);
        if (!Commands.isInstalled("nc")) {
            command = command.replaceAll(NETCAT, BASH_FOR_NETCAT);
        }
        String answer = Commands.run(command).replace("\r", "").stripTrailing();
        switch (step.comparison) {
            case "exact" -> assertThat(answer).as(command).isEqualTo(step.expected);
            case "sorted" ->
                assertThat(answer.lines().sorted().toList())
                        .as(command)
                        .isEqualTo(step.expected.lines().sorted().toList());
            case "pattern" -> assertThat(answer).as(command).matches(Transcript.pattern(step.expected));
            default -> throw new IllegalArgumentException("How is '" + step.comparison + "' compared?");
        }
    }
}
