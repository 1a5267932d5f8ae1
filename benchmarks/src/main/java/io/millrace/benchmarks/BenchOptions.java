package io.millrace.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the benchmark. */
final class BenchOptions {
    @Option(names = "--rows", paramLabel = "N", description = "rows of the table (default: ${DEFAULT-VALUE})")
    long rows = 10_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the table (default: ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(
            names = "--load-rows",
            paramLabel = "N",
            description = "rows of the files that part b loads (default: ${DEFAULT-VALUE}, at most --rows)")
    long loadRows = 1_000_000;

    @Option(names = "--only", paramLabel = "Qnn", split = ",", description = "only these queries")
    List<String> only = List.of();

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "NAME",
            description = "ours, clickhouse, duckdb (default: all three)")
    List<String> engines = List.of("ours", "clickhouse", "duckdb");

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "a: queries, b: loading, c: many clients, d: first runs (default: all four)")
    List<String> parts = List.of("a", "b", "c", "d");

    @Option(names = "--threads", paramLabel = "N", description = "threads of a query (default: the processors)")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--warmups",
            paramLabel = "N",
            description = "runs before those that count (default: ${DEFAULT-VALUE})")
    int warmups = 1;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "runs of which the best counts (default: ${DEFAULT-VALUE})")
    int rounds = 3;

    @Option(names = "--clients", paramLabel = "N", description = "clients of part c (default: ${DEFAULT-VALUE})")
    int clients = 50;

    @Option(names = "--seconds", paramLabel = "N", description = "length of part c (default: ${DEFAULT-VALUE})")
    int seconds = 10;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "our server, when it runs already; its table hits is replaced (default: start it)")
    @Nullable
    URI url;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data of the server started here, kept for the next run (default: a new one, dropped)")
    @Nullable
    Path data;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "generated files and peer engines (default: ~/.cache/millrace-bench)")
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "millrace-bench");

    @Option(names = "--project", paramLabel = "DIR", description = "folder of the launcher (default: the current one)")
    Path project = Path.of(System.getenv().getOrDefault("MILLRACE_HOME", "."));

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    @Nullable
    Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    boolean help;
}
