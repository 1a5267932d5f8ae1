package io.millrace.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code millrace client}: sends statements to a server, or reads them at a prompt. */
@Command(
        name = "client",
        description = "Send statements to a running server, or type them at a prompt.",
        footer = "Every other --name=value is a setting, --param_name=value a query parameter.",
        versionProvider = VersionText.class,
        sortOptions = false)
final class ClientCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print version information and exit.")
    boolean version;

    @Option(
            names = {"-h", "--host"},
            defaultValue = "localhost",
            description = "server to connect to; default: localhost")
    private String host = "localhost";

    @Option(names = "--port", defaultValue = "8123", description = "its HTTP port; default: 8123")
    private int port = 8123;

    @Option(
            names = {"-u", "--user"},
            defaultValue = "default",
            description = "default: default")
    private String user = "default";

    @Option(names = "--password", defaultValue = "", arity = "0..1", description = "default: none")
    private String password = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "NAME",
            description = "of results; default: PrettyCompact on a terminal, otherwise TabSeparated")
    private String format = "";

    @Mixin
    private QueryOptions options = new QueryOptions();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    ClientCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        try (HttpBackend backend = new HttpBackend(host, port, user, password)) {
            return new Session(backend, streams, options.with(rest)).run(format);
        }
    }
}
