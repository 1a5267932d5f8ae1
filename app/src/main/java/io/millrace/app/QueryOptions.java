package io.millrace.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code client} and {@code local} share, named as in ClickHouse's programs. */
final class QueryOptions {
    private static final String PARAMETER = "param_";

    @Option(
            names = {"-q", "--query"},
            paramLabel = "SQL",
            description = "statements, separated by semicolons; may be repeated")
    List<String> queries = new ArrayList<>();

    @Option(names = "--queries-file", paramLabel = "FILE", description = "a file with statements; may be repeated")
    List<Path> files = new ArrayList<>();

    @Option(
            names = {"-n", "--multiquery"},
            description = "accepted: several statements are always allowed")
    boolean multiquery;

    @Option(
            names = {"-d", "--database"},
            paramLabel = "NAME",
            description = "the current database")
    @Nullable
    String database;

    @Option(
            names = {"-E", "--vertical"},
            description = "print results in the format Vertical")
    boolean vertical;

    @Option(
            names = {"-t", "--time"},
            description = "print the seconds each statement took to standard error")
    boolean time;

    @Option(
            names = "--progress",
            arity = "0..1",
            fallbackValue = "tty",
            paramLabel = "off|tty|err",
            description = "show progress on standard error; on by default if that is a terminal")
    @Nullable
    String progress;

    @Option(names = "--echo", description = "print each statement before it runs")
    boolean echo;

    @Option(names = "--ignore-error", description = "go on after a statement that failed")
    boolean ignoreError;

    /** What the command does not know itself. */
    private List<String> rest = List.of();

    QueryOptions with(List<String> unknown) {
        rest = List.copyOf(unknown);
        return this;
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    boolean showsProgress(Streams streams) {
        if (progress == null) {
            return streams.errTerminal();
        }
        return switch (progress) {
            case "off", "0", "false", "no" -> false;
            default -> true;
        };
    }

    /** Values of query parameters: {@code --param_name=value}. */
    Map<String, String> parameters() {
        Map<String, String> found = new LinkedHashMap<>();
        named().forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                found.put(name.substring(PARAMETER.length()), value);
            }
        });
        return found;
    }

    /** Settings: every other {@code --name=value}, {@code --name value} or {@code --name}. */
    Map<String, String> settings() {
        Map<String, String> found = new LinkedHashMap<>();
        named().forEach((name, value) -> {
            if (!name.startsWith(PARAMETER)) {
                found.put(name.replace('-', '_'), value);
            }
        });
        return found;
    }

    private Map<String, String> named() {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < rest.size(); i++) {
            String word = rest.get(i);
            if (!word.startsWith("--") || word.length() < 3) {
                throw new StartFailure(
                        36,
                        "do not know what to do with '" + word + "'.",
                        "Statements are given with --query; --help lists the options.");
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                found.put(word.substring(2, equals), word.substring(equals + 1));
            } else if (i + 1 < rest.size() && !rest.get(i + 1).startsWith("--")) {
                found.put(word.substring(2), rest.get(++i));
            } else {
                found.put(word.substring(2), "1");
            }
        }
        return found;
    }
}
