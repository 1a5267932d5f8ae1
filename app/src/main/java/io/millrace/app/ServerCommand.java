package io.millrace.app;

import io.millrace.base.config.ConfigFiles;
import io.millrace.base.config.ConfigTree;
import io.millrace.base.config.ReloadingConfig;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.RealVfs;
import io.millrace.engine.access.AccessControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-C", "--config", "--config-file"},
            paramLabel = "FILE",
            description =
                    "ClickHouse's config.xml; default: ./config.xml if there is one; config.d, users.xml and users.d"
                            + " are read from the same directory")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory; default: ./data")
    private @Nullable Path data;

    @Option(names = "--http-port", paramLabel = "PORT", description = "default: 8123")
    private @Nullable Integer httpPort;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description =
                    "default: 8443 if a certificate is configured, otherwise none; without a certificate the server"
                            + " makes one")
    private @Nullable Integer httpsPort;

    @Option(
            names = "--postgresql-port",
            paramLabel = "PORT",
            description = "port of the PostgreSQL interface; default: 9005")
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
        ReloadingConfig files;
        ServerConfig start;
        AccessControl access;
        try {
            files = new ReloadingConfig(files());
            start = ServerConfig.of(files.current(), listenHosts);
            access = AccessControl.of(files.current());
        } catch (DbException e) {
            throw new StartFailure(
                    e.code().number(),
                    String.valueOf(e.getMessage()),
                    "Correct the configuration, or start without it.");
        }
        return new Server(start, files, access, spec.commandLine().getOut()).run();
    }

    private ConfigFiles files() {
        Path file = config != null ? config : Path.of("config.xml");
        if (config != null && !Files.exists(file)) {
            throw new StartFailure(
                    ErrorCode.CANNOT_LOAD_CONFIG.number(),
                    "cannot read the configuration " + file + ": there is no such file.",
                    "Check the path behind --config.");
        }
        ConfigTree users = element("clickhouse", List.of(AccessControl.defaultUser("")));
        return new ConfigFiles(new RealVfs(), file.toAbsolutePath(), System.getenv(), users, commandLine());
    }

    /** The options as elements of a configuration. */
    private ConfigTree commandLine() {
        List<ConfigTree> elements = new ArrayList<>();
        add(elements, "path", data);
        add(elements, "http_port", httpPort);
        add(elements, "https_port", httpsPort);
        add(elements, "postgresql_port", postgresqlPort);
        if (logLevel != null) {
            elements.add(element("logger", List.of(leaf("level", logLevel))));
        }
        if (defaultPassword != null) {
            elements.add(AccessControl.onlyPassword(defaultPassword));
        }
        return element("clickhouse", elements);
    }

    private static void add(List<ConfigTree> elements, String name, @Nullable Object value) {
        if (value != null) {
            elements.add(leaf(name, value.toString()));
        }
    }

    private static ConfigTree leaf(String name, String text) {
        return new ConfigTree(name, Map.of(), text, List.of());
    }

    private static ConfigTree element(String name, List<ConfigTree> children) {
        return new ConfigTree(name, Map.of(), "", children);
    }
}
