package io.millrace.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code client} and {@code local} do once they can run statements: those of the command line, of files, of standard input, or of a person. */
final class Session {
    private final Backend backend;
    private final Streams streams;
    private final QueryOptions options;
    private final Script script;

    Session(Backend backend, Streams streams, QueryOptions options) {
        this.backend = backend;
        this.streams = streams;
        this.options = options;
        this.script = new Script(backend, streams, options);
    }

    /**
     * Runs everything; the answer is the exit status.
     *
     * @param chosenFormat of results; empty for the usual one
     */
    int run(String chosenFormat) throws IOException {
        boolean asked = !options.queries.isEmpty() || !options.files.isEmpty();
        boolean interactive = !asked && streams.inTerminal();
        String format = format(chosenFormat, interactive || streams.outTerminal());
        if (interactive) {
            return new Prompt(script, backend, new PrintStream(streams.out(), true, StandardCharsets.UTF_8), format)
                    .run();
        }
        if (!asked) {
            script.keepInput();
            return run(new String(streams.in().readAllBytes(), StandardCharsets.UTF_8), format);
        }
        int status = 0;
        for (String query : options.queries) {
            status = status == 0 || options.ignoreError ? run(query, format) : status;
        }
        for (Path file : options.files) {
            status = status == 0 || options.ignoreError ? run(Files.readString(file), format) : status;
        }
        return status;
    }

    private int run(String text, String format) throws IOException {
        return script.run(text, format, done -> {});
    }

    private String format(String chosen, boolean forPeople) {
        if (options.vertical) {
            return "Vertical";
        }
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return forPeople ? "PrettyCompact" : "TabSeparated";
    }
}
