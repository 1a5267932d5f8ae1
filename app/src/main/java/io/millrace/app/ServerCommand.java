package io.millrace.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace server}: puts command line and configuration together and runs a server until it is told to stop. */
@Command(
        name = "server",
        description = "Start the server. Needs no configuration; options win over the configuration file.",
        versionProvider = VersionText.class,
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServerCommand implements Callable<Integer> {
    private static final int HTTP_PORT = 8123;
    private static final int POSTGRESQL_PORT = 9005;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-C", "--config", "--config-file"},
            paramLabel = "FILE",
            description = "ClickHouse's config.xml; default: ./config.xml if there is one")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory; default: ./data")
    private @Nullable Path data;

    @Option(names = "--http-port", paramLabel = "PORT", description = "default: 8123")
    private @Nullable Integer httpPort;

    @Option(
            names = "--postgresql-port",
            paramLabel = "PORT",
            description = "accepted; the PostgreSQL interface comes with a later version")
    private @Nullable Integer postgresqlPort;

    @Option(
            names = "--listen-host",
            paramLabel = "HOST",
            description = "address to listen on, may be repeated; default: 127.0.0.1 and ::1")
    private List<String> listenHosts = new ArrayList<>();

    @Option(
            names = "--default-password",
            paramLabel = "PASSWORD",
            description = "password of the user default, who may then come from other machines too")
    private @Nullable String defaultPassword;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "trace, debug, information, warning, error or none")
    private @Nullable String logLevel;

    @Override
    public Integer call() throws Exception {
        return new Server(resolve(), spec.commandLine().getOut()).run();
    }

    private ServerConfig resolve() {
        Path file = config != null ? config : Path.of("config.xml");
        ConfigFile main = config != null || Files.exists(file) ? ConfigFile.read(file) : ConfigFile.empty();
        Path usersFile = file.resolveSibling(main.text("users_config").orElse("users.xml"));
        boolean hasUsers = main.text("users").isEmpty() && Files.exists(usersFile);
        ConfigFile users = hasUsers ? ConfigFile.read(usersFile) : main;
        return new ServerConfig(
                Optional.ofNullable(data)
                        .or(() -> main.text("path").map(Path::of))
                        .orElse(Path.of("data"))
                        .toAbsolutePath()
                        .normalize(),
                main.text("user_files_path").map(Path::of),
                httpPort != null ? httpPort : port(main, "http_port", HTTP_PORT),
                postgresqlPort != null ? postgresqlPort : port(main, "postgresql_port", POSTGRESQL_PORT),
                listenHosts.isEmpty() ? main.all("listen_host") : List.copyOf(listenHosts),
                defaultPassword != null
                        ? defaultPassword
                        : users.text("users/default/password").orElse(""),
                main.text("display_name"),
                main.text("http_server_default_response"),
                main.text("timezone").map(ZoneId::of),
                main.number("max_server_memory_usage").orElse(0L),
                logLevel != null ? logLevel : main.text("logger/level").orElse("information"));
    }

    private static int port(ConfigFile file, String name, int otherwise) {
        return file.number(name).map(Math::toIntExact).orElse(otherwise);
    }
}
