package io.millrace.benchmarks.http;

import io.millrace.benchmarks.engines.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(names = "--reference", paramLabel = "URL", description = "another server, to compare rows per second with")
    private @Nullable URI reference;

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
        if (url != null) {
            measure(url, Files.createTempDirectory("millrace-bench-http"));
            return 0;
        }
        Path data = Files.createTempDirectory("millrace-bench-http");
        try (ServerProcess server = ServerProcess.start(project, data, data.resolve("server.log"))) {
            measure(server.uri(), data);
        }
        return 0;
    }

    private void measure(URI server, Path files) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        new Load(server, 10).run(seconds);
        out.println("connections  requests/s  median ms  99% ms");
        for (int count : connections) {
            List<Long> nanos = new ArrayList<>(new Load(server, count).run(seconds));
            nanos.sort(null);
            out.println(String.format(
                    Locale.ROOT,
                    "%11d  %10.0f  %9.2f  %6.2f",
                    count,
                    nanos.size() / (double) seconds,
                    at(nanos, 0.5),
                    at(nanos, 0.99)));
            out.flush();
        }
        if (rows > 0) {
            List<URI> servers = reference == null ? List.of(server) : List.of(server, reference);
            new Transfers(project, files, rows, servers, out).run();
        }
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
    }
}
