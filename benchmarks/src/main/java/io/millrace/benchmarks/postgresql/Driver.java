package io.millrace.benchmarks.postgresql;

import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.Fetch;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code Postgres.java} with pgjdbc, in a process of its own that serves every command. For one thread. */
final class Driver implements AutoCloseable {
    private static final String VERSION = "42.7.14";

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    private Driver(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it, fetching pgjdbc first if it is not in the cache.
     *
     * @param clients the folder with {@code Postgres.java}
     */
    static Driver start(Path clients, Path cache) {
        Path directory = cache.resolve("postgresql");
        Path jar = directory.resolve("postgresql-" + VERSION + ".jar");
        try {
            if (!Files.exists(jar)) {
                Fetch.maven(directory, "org.postgresql:postgresql:" + VERSION, "pgjdbc");
            }
            String java =
                    Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
            return new Driver(new ProcessBuilder(
                            java,
                            "-Xmx1g",
                            "-cp",
                            jar.toAbsolutePath().toString(),
                            clients.resolve("Postgres.java").toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new EngineException("cannot start pgjdbc: " + e.getMessage(), e);
        }
    }

    /** What a command answers. */
    String ask(String... command) {
        try {
            commands.write(String.join("\t", command));
            commands.write('\n');
            commands.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new EngineException("the process of pgjdbc has ended");
            }
            if (answer.startsWith("error ")) {
                throw new EngineException(List.of(command) + ": " + answer.substring("error ".length()));
            }
            return answer;
        } catch (IOException e) {
            throw new EngineException("the process of pgjdbc is lost: " + e.getMessage(), e);
        }
    }

    double number(String... command) {
        return Double.parseDouble(ask(command));
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
