package io.millrace.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: finds the sub-command and turns what comes out of it into an exit status. */
@Command(
        name = "millrace",
        description = "A column store that speaks ClickHouse's SQL and protocols.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionText.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            ServerCommand.class,
            ClientCommand.class,
            LocalCommand.class,
            TrainCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    Main() {}

    /** Runs one command; the process ends with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Streams.ofProcess()).execute(arguments));
    }

    static CommandLine commandLine(Streams streams) {
        CommandLine.IFactory others = CommandLine.defaultFactory();
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == ClientCommand.class) {
                    return type.cast(new ClientCommand(streams));
                }
                return type == LocalCommand.class ? type.cast(new LocalCommand(streams)) : others.create(type);
            }
        };
        return new CommandLine(new Main(), factory)
                .setExecutionExceptionHandler((error, line, parsed) -> Failures.report(error, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command? One of: server, client, local, version, help");
    }
}
