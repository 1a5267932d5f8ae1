package io.millrace.app;

import io.millrace.base.config.ConfigSource;
import io.millrace.base.config.ConfigTree;
import io.millrace.engine.access.AccessControl;
import io.millrace.engine.access.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code millrace local}: runs statements in this process, over files of the working directory or standard input. */
@Command(
        name = "local",
        description = "Run statements in this process, without a server.",
        footer = "Every other --name=value is a setting, --param_name=value a query parameter.",
        versionProvider = VersionText.class,
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LocalCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--path", paramLabel = "DIR", description = "keep tables in this directory; default: forget them")
    private @Nullable Path path;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "file that the table reads; default: standard input")
    private String file = "-";

    @Option(
            names = {"-S", "--structure"},
            paramLabel = "COLUMNS",
            description = "columns of the table, as in: a UInt64, b String; default: found out from the data")
    private String structure = "";

    @Option(
            names = {"-N", "--table"},
            paramLabel = "NAME",
            description = "name of the table; default: table")
    private String table = "table";

    @Option(
            names = {"--input-format"},
            paramLabel = "NAME",
            description = "format of the table's data; default: by the file's name, otherwise TabSeparated")
    private String inputFormat = "";

    @Option(
            names = {"--output-format", "--format"},
            paramLabel = "NAME",
            description = "format of results; default: PrettyCompact on a terminal, otherwise TabSeparated")
    private String outputFormat = "";

    @Mixin
    private QueryOptions options = new QueryOptions();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    LocalCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Path kept = path;
        Path directory = kept == null ? Files.createTempDirectory("millrace-local-") : kept.toAbsolutePath();
        try (DataLock _ = DataLock.take(directory);
                EngineBackend backend = new EngineBackend(open(directory), new User("default"), () -> {
                    if (kept == null) {
                        delete(directory);
                    }
                })) {
            LocalTable source = new LocalTable(table, file, structure, inputFormat);
            if (source.isWanted(options)) {
                source.create(backend, streams);
            }
            return new Session(backend, streams, options.with(rest)).run(outputFormat);
        }
    }

    private static Wiring.Running open(Path directory) {
        return new Wiring(
                        directory,
                        Path.of("").toAbsolutePath(),
                        true,
                        AccessControl.defaultUserOnly(""),
                        Wiring.defaultThreads(),
                        Wiring.defaultMemoryBytes(),
                        ZoneId.systemDefault(),
                        ConfigSource.fixed(ConfigTree.empty()))
                .open();
    }

    private static void delete(Path directory) {
        List<Path> all;
        try (Stream<Path> found = Files.walk(directory)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
