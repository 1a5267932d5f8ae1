package io.millrace.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.docs.Page.Example;
import io.millrace.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of every page answer what the page says, in their order, on one server. Pages use tables of different names. */
final class DocsTest {
    /** Examples that are only shown stay the exception. */
    private static final int MOST_UNTESTED = 10;

    private static final int FEWEST_TESTED = 60;
    private static final Pattern VERSION = Pattern.compile(" \\(version [0-9.]+\\)");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        return Page.all().stream()
                .filter(page -> !page.examples().isEmpty())
                .map(page -> dynamicTest(page.name(), () -> run(page)));
    }

    @Test
    void fewExamplesAreOnlyShown() {
        List<Example> examples =
                Page.all().stream().flatMap(page -> page.examples().stream()).toList();
        long tested = examples.stream().filter(Example::tested).count();
        assertThat(tested).isGreaterThan(FEWEST_TESTED);
        assertThat(examples.size() - tested).isLessThanOrEqualTo(MOST_UNTESTED);
    }

    private static void run(Page page) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        String session = page.name().replace('/', '-');
        try (SqlSession sql = new SqlSession(server.uri(), session);
                Shell shell = new Shell(server)) {
            for (Example example : page.examples()) {
                if (example.tested()) {
                    String answer = switch (example.language()) {
                        case SQL -> sql.run(example.text());
                        case SH -> shell.run(example.text());
                    };
                    String given = plain(answer);
                    if (!agree(example.answer(), given)) {
                        wrong.add(page.name() + ":" + example.line() + " says\n" + example.answer() + "\nbut it is\n"
                                + given);
                    }
                }
            }
        }
        assertThat(String.join("\n\n", wrong)).isEmpty();
    }

    /** Without the version that errors name, and without newlines at the end. */
    private static String plain(String answer) {
        String text = VERSION.matcher(answer).replaceAll("");
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean agree(String wanted, String given) {
        String pattern =
                Arrays.stream(wanted.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(pattern, given);
    }
}
