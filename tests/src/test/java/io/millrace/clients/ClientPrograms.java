package io.millrace.clients;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs programs that drive a client and report their cases line by line: {@code ok}, {@code skip} or {@code fail}, a tab, the case, and for the latter two a tab
 * and the reason. Packages are installed once into a folder of the user's cache.
 */
final class ClientPrograms {
    private static final int INSTALL_MINUTES = 5;
    private static final int RUN_MINUTES = 4;

    private ClientPrograms() {}

    /** The folder of the programs of one client: {@code tests/clients/<name>}. */
    static Path folder(String name) {
        return Stream.of("clients", "tests/clients")
                .map(root -> Path.of(root, name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow()
                .toAbsolutePath();
    }

    /** Where installed packages are kept between runs. */
    static Path cache(String name) {
        String home = System.getProperty("user.home", "target");
        return Path.of(home, ".cache", "millrace-tests", name);
    }

    /** Copies the jars that a pom lists into a folder, once. */
    static void installJars(Path libraries, Path pom) throws IOException {
        install(
                libraries,
                Files.readString(pom),
                List.of(List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        pom.toString(),
                        "dependency:copy-dependencies",
                        "-DoutputDirectory=" + libraries)));
    }

    /**
     * Makes sure that packages are installed: runs the commands unless the folder says that it was made from the same list. The test is skipped when that
     * cannot be done.
     *
     * @param target folder that the last command fills
     * @param list what is installed; a change of it installs anew
     */
    static void install(Path target, String list, List<List<String>> commands) {
        Path stamp = target.resolve("millrace-installed.txt");
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(list)) {
                return;
            }
            Files.createDirectories(target);
            for (List<String> command : commands) {
                Optional<String> failure = run(command, target, Map.of(), INSTALL_MINUTES, new ArrayList<>());
                Assumptions.assumeTrue(
                        failure.isEmpty(), () -> "Cannot install packages with " + command + ": " + failure.orElse(""));
            }
            Files.writeString(stamp, list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program and makes a test of each case it reports. */
    static Stream<DynamicTest> cases(List<String> command, Path folder, Map<String, String> environment) {
        List<String> lines = new ArrayList<>();
        Optional<String> failure = run(command, folder, environment, RUN_MINUTES, lines);
        List<DynamicTest> tests = new ArrayList<>();
        boolean anyFailed = false;
        for (String line : lines) {
            String[] fields = line.split("\t", 3);
            if (fields.length < 2 || !List.of("ok", "skip", "fail").contains(fields[0])) {
                continue;
            }
            anyFailed |= fields[0].equals("fail");
            tests.add(dynamicTest(fields[1], () -> judge(fields)));
        }
        if (tests.isEmpty() || failure.isPresent() && !anyFailed) {
            tests.add(dynamicTest(
                    "the program ends well", () -> fail(failure.orElse("no case was reported") + "\n" + lines)));
        }
        return tests.stream();
    }

    private static void judge(String[] fields) {
        String reason = fields.length > 2 ? fields[2].replace("\\n", "\n") : "";
        Assumptions.assumeFalse(fields[0].equals("skip"), reason);
        if (fields[0].equals("fail")) {
            fail(reason);
        }
    }

    /** Runs a command; the output goes to {@code lines}. Empty when it ended with status 0, otherwise what is known. */
    private static Optional<String> run(
            List<String> command, Path folder, Map<String, String> environment, int minutes, List<String> lines) {
        try {
            Path output = Files.createTempFile("millrace-client-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            lines.addAll(new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            Files.delete(output);
            if (!ended) {
                return Optional.of("no end within " + minutes + " minutes; last lines: " + tail(lines));
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("status " + process.exitValue() + "; last lines: " + tail(lines));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static List<String> tail(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 10), lines.size());
    }
}
