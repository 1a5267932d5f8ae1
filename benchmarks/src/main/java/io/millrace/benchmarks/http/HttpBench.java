package io.millrace.benchmarks.http;

import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.ServerProcess;
import io.millrace.benchmarks.engines.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./millrace bench http}: requests per second of {@code SELECT 1} over connections that stay open, then rows per second through curl and clients. */
@Command(
        name = "http",
        description =
                "Measures requests per second of SELECT 1 with several numbers of connections, then rows per second"
                        + " of SELECT and INSERT through curl, the Python client and JDBC.",
        sortOptions = false)
public final class HttpBench implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the server, when it runs already, also another ClickHouse (default: start ours)")
    private @Nullable URI url;

    @Option(
            names = "--connections",
            split = ",",
            paramLabel = "N",
            description = "numbers of connections (default: 1,50,1000)")
    private List<Integer> connections = List.of(1, 50, 1000);

    @Option(names = "--seconds", paramLabel = "N", description = "length of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 5;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "rows that go each way; 0 for none (default: ${DEFAULT-VALUE})")
    private long rows = 10_000_000;

    @Option(
            names = "--reference",
            paramLabel = "URL",
            description = "another server to compare with (default: start a real ClickHouse engine behind a thin face)")
    private @Nullable URI reference;

    @Option(names = "--alone", description = "compare with nothing")
    private boolean alone;

    @Option(
            names = "--ways",
            split = ",",
            paramLabel = "WAY",
            description = "how rows go: a format through curl, clickhouse-connect, JDBC (default: all)")
    private List<String> ways = Transfers.WAYS;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "the engine and the clients (default: ~/.cache/millrace-bench)")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "millrace-bench");

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private @Nullable Path json;

    @Option(names = "--project", paramLabel = "DIR", description = "folder of the launcher (default: the current one)")
    private Path project = Path.of(System.getenv().getOrDefault("MILLRACE_HOME", "."));

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
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryDirectory temporary = TemporaryDirectory.create("millrace-bench-http")) {
            measure(temporary.path());
        }
        return 0;
    }

    private void measure(Path files) throws IOException, InterruptedException {
        try (ServerProcess started =
                        url != null ? null : ServerProcess.start(project, files, files.resolve("server.log"));
                Reference engine = alone || reference != null ? null : engine(files)) {
            List<URI> servers = new ArrayList<>();
            servers.add(url != null ? url : Objects.requireNonNull(started).uri());
            if (reference != null) {
                servers.add(reference);
            } else if (engine != null) {
                servers.add(engine.uri());
            }
            measure(servers, files);
        }
    }

    private @Nullable Reference engine(Path files) {
        try {
            return Reference.start(project, cache, files);
        } catch (EngineException e) {
            say("ClickHouse cannot be had, so there are no ratios: " + e.getMessage());
            return null;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void measure(List<URI> servers, Path files) throws IOException, InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>();
        if (!connections.isEmpty() && seconds > 0) {
            report.put("requests", requests(servers));
        }
        if (rows > 0) {
            report.put("rows", rows);
            report.put(
                    "transfers",
                    new Transfers(
                                    project,
                                    cache,
                                    files,
                                    rows,
                                    servers,
                                    spec.commandLine().getOut())
                            .run(ways));
        }
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), report);
        }
    }

    /** SELECT 1 with each number of connections, on one server after the other. */
    private Map<String, Object> requests(List<URI> servers) throws IOException, InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>();
        for (URI server : servers) {
            new Load(server, 10).run(seconds);
        }
        StringBuilder header = new StringBuilder("connections  requests/s  median ms  99% ms");
        if (servers.size() > 1) {
            header.append("   ClickHouse  median ms  99% ms  times");
        }
        say(header.toString());
        for (int count : connections) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%11d", count));
            List<Map<String, Double>> figures = new ArrayList<>();
            for (URI server : servers) {
                List<Long> nanos = new ArrayList<>(new Load(server, count).run(seconds));
                nanos.sort(null);
                double perSecond = nanos.size() / (double) seconds;
                figures.add(Map.of("perSecond", perSecond, "p50", at(nanos, 0.5), "p99", at(nanos, 0.99)));
                line.append(String.format(
                        Locale.ROOT, "  %10.0f  %9.2f  %6.2f", perSecond, at(nanos, 0.5), at(nanos, 0.99)));
            }
            if (servers.size() > 1) {
                double theirs = Objects.requireNonNull(figures.get(1).get("perSecond"));
                line.append(String.format(
                        Locale.ROOT,
                        "%7.2f",
                        Objects.requireNonNull(figures.get(0).get("perSecond")) / theirs));
            }
            say(line.toString());
            report.put(Integer.toString(count), figures);
        }
        return report;
    }

    /** A quantile in milliseconds. */
    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
    }
}
