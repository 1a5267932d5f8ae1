package io.millrace.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The prompt at which statements are typed: they may have several lines, end with a semicolon (or {@code \G}), and are remembered. */
final class Prompt {
    private static final Set<String> LEAVE = Set.of("exit", "quit", "q", "\\q", ":q", "logout", "exit;", "quit;");
    private static final String VERTICAL = "\\G";

    private static final String HELP = """
            A statement ends with a semicolon and may have several lines. \\G instead prints the result one value a line.
            Ctrl+C stops a running statement, Ctrl+D or exit leaves. SHOW TABLES and DESCRIBE TABLE t look around.
            """;

    private final Script script;
    private final Backend backend;
    private final PrintStream out;
    private final String format;

    Prompt(Script script, Backend backend, PrintStream out, String format) {
        this.script = script;
        this.backend = backend;
        this.out = out;
        this.format = format;
    }

    /** Reads and runs statements until the user leaves. */
    int run() throws IOException {
        script.keepInput();
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            Path history = history();
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("millrace")
                    .parser(new Statements())
                    .variable(LineReader.HISTORY_FILE, history)
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, ":-] ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            out.println(VersionText.line());
            out.println("Type help for help, exit to leave.\n");
            while (true) {
                Optional<String> typed = read(reader);
                if (typed.isEmpty() || LEAVE.contains(typed.get())) {
                    out.println("Bye.");
                    return 0;
                }
                answer(typed.get(), terminal);
            }
        }
    }

    private static Optional<String> read(LineReader reader) {
        while (true) {
            try {
                return Optional.of(reader.readLine(":) ").strip());
            } catch (UserInterruptException again) {
                // Ctrl+C forgets the line.
            } catch (EndOfFileException end) {
                return Optional.empty();
            }
        }
    }

    private void answer(String typed, Terminal terminal) throws IOException {
        if (typed.isEmpty() || typed.equals(";")) {
            return;
        }
        if (typed.equals("help") || typed.equals("help;")) {
            out.println(HELP);
            return;
        }
        boolean vertical = typed.endsWith(VERTICAL);
        String sql = vertical ? typed.substring(0, typed.length() - VERTICAL.length()) : typed;
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> backend.cancel());
        try {
            out.println();
            script.run(sql, vertical ? "Vertical" : format, this::report);
            out.println();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    private void report(Script.Done done) {
        Backend.Counts counts = done.counts();
        String rows = counts.resultRows() == 1 ? "1 row" : counts.resultRows() + " rows";
        String read = counts.rows() > 0
                ? " Processed " + ProgressBar.amounts(counts, Math.max(done.nanos(), 1) / 1e9) + "."
                : "";
        String memory = counts.memoryBytes() > 0
                ? "\nPeak memory usage: " + Quantity.bytes((double) counts.memoryBytes()) + "."
                : "";
        out.println("\n" + rows + " in set. Elapsed: " + done.seconds() + " sec." + read + memory);
    }

    /** In the folder for state of programs if the user has one, otherwise in the home directory. */
    private static Path history() throws IOException {
        String state = System.getenv("XDG_STATE_HOME");
        if (state != null && !state.isEmpty()) {
            return Files.createDirectories(Path.of(state, "millrace")).resolve("history");
        }
        String home = System.getenv("HOME");
        return Path.of(home != null ? home : System.getProperty("user.home"), ".millrace_history");
    }

    /** Tells the line editor whether what has been typed is a whole statement. */
    private static final class Statements implements Parser {
        private final DefaultParser words = new DefaultParser();

        Statements() {
            words.setEofOnUnclosedQuote(false);
            words.setEscapeChars(new char[0]);
        }

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            String text = line.strip();
            boolean whole = text.isEmpty()
                    || text.endsWith(";")
                    || text.endsWith(VERTICAL)
                    || text.equals("help")
                    || LEAVE.contains(text);
            if (context == ParseContext.ACCEPT_LINE && !whole) {
                throw new EOFError(-1, -1, "The statement has no semicolon yet");
            }
            return words.parse(line, cursor, context);
        }
    }
}
