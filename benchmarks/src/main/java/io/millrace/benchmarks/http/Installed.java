package io.millrace.benchmarks.http;

import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The clients that are measured: those that the tests of clients have installed, or fetched into the cache. */
final class Installed {
    private Installed() {}

    private static Path tests(String name) {
        return Path.of(System.getProperty("user.home", "."), ".cache", "millrace-tests")
                .resolve(name);
    }

    /**
     * A Python with clickhouse-connect.
     *
     * @throws EngineException saying why there is none
     */
    static Path python(Path project, Path cache) {
        Path known = tests("python-newest").resolve("bin/python");
        if (Files.isExecutable(known)) {
            return known;
        }
        Path directory = cache.resolve("python");
        Path python = directory.resolve("bin/python");
        if (!Files.exists(directory.resolve("complete"))) {
            make(directory);
            Fetch.run(directory, List.of("python3", "-m", "venv", directory.toString()), "clickhouse-connect");
            Fetch.run(
                    directory,
                    List.of(
                            python.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "-r",
                            project.resolve("tests/clients/python/requirements.txt")
                                    .toAbsolutePath()
                                    .toString()),
                    "clickhouse-connect");
            complete(directory);
        }
        return python;
    }

    /**
     * The folder with the jars of ClickHouse's JDBC driver.
     *
     * @throws EngineException saying why there is none
     */
    static Path jdbc(Path project, Path cache) {
        Path known = tests("java");
        if (Files.exists(known.resolve("millrace-installed.txt"))) {
            return known;
        }
        Path directory = cache.resolve("java");
        if (!Files.exists(directory.resolve("complete"))) {
            make(directory);
            Fetch.run(
                    directory,
                    List.of(
                            "mvn",
                            "-B",
                            "-q",
                            "-f",
                            project.resolve("tests/clients/java/pom.xml")
                                    .toAbsolutePath()
                                    .toString(),
                            "dependency:copy-dependencies",
                            "-DoutputDirectory=" + directory),
                    "ClickHouse's JDBC driver");
            complete(directory);
        }
        return directory;
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new EngineException("cannot make " + directory, e);
        }
    }

    private static void complete(Path directory) {
        try {
            Files.writeString(directory.resolve("complete"), "");
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory, e);
        }
    }
}
