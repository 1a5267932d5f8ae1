package io.millrace.benchmarks.postgresql;

import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.ServerProcess;
import io.millrace.benchmarks.engines.TemporaryDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./millrace bench postgresql}: the exit status is 1 when answers differ. */
@Command(
        name = "postgresql",
        description = "Measures rows per second through pgjdbc (SELECT in text and binary, COPY out and in) and the"
                + " latency of SELECT 1, ours beside a real PostgreSQL.",
        sortOptions = false)
public final class PostgresqlBench implements Callable<Integer> {
    private static final String PASSWORD = "bench";

    @Option(names = "--rows", paramLabel = "N", description = "rows of the table (default: ${DEFAULT-VALUE})")
    private long rows = 5_000_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "runs of which the best counts (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--requests", paramLabel = "N", description = "SELECT 1 of each round (default: ${DEFAULT-VALUE})")
    private int requests = 30_000;

    @Option(
            names = "--postgresql",
            paramLabel = "DIR",
            description = "folder with initdb and postgres (default: those of this machine, version 15 or newer, else"
                    + " Maven's)")
    private @Nullable Path programs;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "pgjdbc and PostgreSQL's programs (default: ~/.cache/millrace-bench)")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "millrace-bench");

    @Option(names = "--project", paramLabel = "DIR", description = "folder of the launcher (default: the current one)")
    private Path project = Path.of(System.getenv().getOrDefault("MILLRACE_HOME", "."));

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (TemporaryDirectory ours = TemporaryDirectory.create("millrace-bench-postgresql");
                TemporaryDirectory peers = TemporaryDirectory.create("millrace-bench-cluster")) {
            return measure(ours.path(), peers.path(), out) ? 0 : 1;
        } catch (EngineException e) {
            out.println(e.getMessage());
            out.flush();
            return 1;
        }
    }

    /** The server of the peer runs under another user, so its files are not among ours. */
    private boolean measure(Path files, Path peerFiles, PrintWriter out) throws IOException {
        try (ServerProcess server = ServerProcess.start(
                        project,
                        files.resolve("millrace"),
                        files.resolve("millrace.log"),
                        "--default-password",
                        PASSWORD);
                Driver driver = Driver.start(project.resolve("benchmarks/clients"), cache)) {
            String ours = "jdbc:postgresql://127.0.0.1:" + server.postgresqlPort() + "/default?user=default&password="
                    + PASSWORD;
            try (PostgreSql peer = peer(peerFiles, out)) {
                Comparison comparison = new Comparison(driver, ours, Optional.ofNullable(peer), files, out);
                boolean same = comparison.run(rows, rounds, requests);
                if (json != null) {
                    comparison.write(json);
                }
                return same;
            }
        }
    }

    private @Nullable PostgreSql peer(Path files, PrintWriter out) {
        try {
            return PostgreSql.start(Optional.ofNullable(programs), cache, files);
        } catch (EngineException e) {
            out.println("PostgreSQL cannot be had, so there are no ratios: " + e.getMessage());
            out.flush();
            return null;
        }
    }
}
