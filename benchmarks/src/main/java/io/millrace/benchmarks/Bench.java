package io.millrace.benchmarks;

import io.millrace.benchmarks.engines.ClickHouseEngine;
import io.millrace.benchmarks.engines.DuckDbEngine;
import io.millrace.benchmarks.engines.Engine;
import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.MillraceEngine;
import io.millrace.benchmarks.engines.TemporaryDirectory;
import io.millrace.benchmarks.hits.HitsGenerator;
import io.millrace.benchmarks.http.HttpBench;
import io.millrace.benchmarks.kernel.Kernels;
import io.millrace.benchmarks.postgresql.PostgresqlBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The program {@code ./millrace bench}: makes the table, starts the engines, measures and reports. The exit status is 1
 * when a query failed or answers differ.
 */
@Command(
        name = "bench",
        description = "Measures whole queries, loading and many clients over a generated table, ours beside a real"
                + " ClickHouse engine and DuckDB.",
        subcommands = {HttpBench.class, Kernels.class, PostgresqlBench.class},
        sortOptions = false)
public final class Bench implements Callable<Integer> {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = options.cache.resolve("hits-s" + options.seed + "-r" + options.rows);
        Path tsv = directory.resolve("hits.tsv");
        generate(tsv, out);
        List<Engine> engines = new ArrayList<>();
        try (TemporaryDirectory temporary = TemporaryDirectory.create("millrace-bench")) {
            Path serverData = options.data != null ? options.data : temporary.path();
            try {
                return measured(directory, tsv, serverData, engines, out);
            } finally {
                engines.forEach(Engine::close);
            }
        } catch (EngineException e) {
            out.println(e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private int measured(Path directory, Path tsv, Path serverData, List<Engine> engines, PrintWriter out) {
        for (String name : options.engines) {
            start(name, directory, serverData, engines, out);
        }
        if (engines.isEmpty()) {
            out.println("no engine to measure");
            return 1;
        }
        return new Measurement(options, engines, directory, tsv, out).run() ? 0 : 1;
    }

    private void generate(Path tsv, PrintWriter out) {
        if (Files.exists(tsv)) {
            return;
        }
        out.println("writing " + options.rows + " rows to " + tsv + " ...");
        out.flush();
        long start = System.nanoTime();
        new HitsGenerator(options.seed, options.rows, Math.max(1, options.threads)).writeOnce(tsv);
        double seconds = (System.nanoTime() - start) / 1e9;
        try {
            double megabytes = Files.size(tsv) / 1e6;
            out.println(String.format(
                    Locale.ROOT, "  %.0f MB in %.1f s, %.0f MB/s", megabytes, seconds, megabytes / seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String name, Path directory, Path serverData, List<Engine> engines, PrintWriter out) {
        try {
            Path oracle = options.project.resolve("benchmarks").resolve("oracle");
            Engine engine = switch (name) {
                case "ours" ->
                    options.url != null
                            ? MillraceEngine.at(options.url, options.threads)
                            : MillraceEngine.start(
                                    options.project, serverData, directory.resolve("server.log"), options.threads);
                case "clickhouse" ->
                    ClickHouseEngine.start(oracle, options.cache, directory.resolve("clickhouse"), options.threads);
                case "duckdb" -> DuckDbEngine.start(options.cache, directory.resolve("hits.duckdb"), options.threads);
                default -> throw new EngineException("there is no engine " + name);
            };
            engines.add(engine);
            out.println(engine.name() + ": version " + engine.version());
        } catch (EngineException e) {
            out.println(name + " cannot be had and is left out: " + e.getMessage());
        }
        out.flush();
    }
}
