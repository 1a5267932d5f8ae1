package io.millrace.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the tools that fetch a peer engine (npm, Maven) into the cache directory. */
public final class Fetch {
    private Fetch() {}

    /** Puts a jar that Maven knows as {@code group:artifact:version} into a directory, which is made if there is none. */
    public static void maven(Path directory, String coordinates, String forWhat) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new EngineException(forWhat + ": " + e, e);
        }
        run(
                directory,
                List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "dependency:copy",
                        "-Dartifact=" + coordinates,
                        "-DoutputDirectory=" + directory.toAbsolutePath()),
                forWhat);
    }

    /** Runs a command to its end; what it prints goes to standard error. */
    public static void run(Path directory, List<String> command, String forWhat) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("fetch.log").toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                throw new EngineException(forWhat + ": '" + String.join(" ", command) + "' ended with status " + status
                        + "; see " + directory.resolve("fetch.log"));
            }
        } catch (IOException e) {
            throw new EngineException(forWhat + ": cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(forWhat + ": interrupted", e);
        }
    }
}
