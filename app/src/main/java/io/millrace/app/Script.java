package io.millrace.app;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.Output;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.parse.ParserOptions;
import io.millrace.sql.parse.StatementSplitter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs the statements of texts one after the other, as ClickHouse's client does: data of INSERT from standard input, results to standard output. */
final class Script {
    private final Backend backend;
    private final Streams streams;
    private final QueryOptions options;
    private final Map<String, String> settings;
    private final Map<String, String> parameters;
    private final boolean progress;
    private Optional<String> database;
    private boolean inputTaken;

    Script(Backend backend, Streams streams, QueryOptions options) {
        this.backend = backend;
        this.streams = streams;
        this.options = options;
        this.settings = options.settings();
        this.parameters = options.parameters();
        this.progress = options.showsProgress(streams);
        this.database = options.database();
    }

    /** How one statement went. */
    record Done(Backend.Counts counts, long nanos) {
        String seconds() {
            return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
        }
    }

    /** What to do after a statement that came to its end. */
    interface Listener {
        void done(Done done);
    }

    /** Standard input is not for data: somebody types there, or it has been used. */
    void keepInput() {
        inputTaken = true;
    }

    /**
     * Runs all statements of a text; the answer is the exit status, 0 when all went well. Stops at the first that fails
     * unless {@code --ignore-error} is given.
     *
     * @param format of results that name none
     */
    int run(String sql, String format, Listener listener) throws IOException {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        StatementSplitter splitter = new StatementSplitter(text, ParserOptions.DEFAULT.withIdentifiers(parameters));
        int status = 0;
        while (true) {
            Optional<StatementSplitter.Piece> piece = Optional.empty();
            try {
                piece = splitter.next();
                if (piece.isEmpty()) {
                    return status;
                }
                listener.done(one(piece.get(), text, format));
            } catch (DbException e) {
                // It could not be parsed, so nobody knows where the next statement begins.
                return failed(StatementError.of(e), "");
            } catch (StatementError e) {
                StatementSplitter.Piece at = piece.orElseThrow();
                status = failed(e, new String(text, at.start(), at.textEnd() - at.start(), StandardCharsets.UTF_8));
                if (!options.ignoreError) {
                    return status;
                }
            }
        }
    }

    private int failed(StatementError error, String statement) {
        streams.err().println(error.getMessage());
        if (!statement.isEmpty()) {
            streams.err().println("(query: " + statement.strip() + ")");
        }
        return Failures.exitStatus(error.code());
    }

    private Done one(StatementSplitter.Piece piece, byte[] text, String format) throws IOException {
        Statement statement = piece.parsed().statement();
        if (options.echo) {
            streams.out().write(text, piece.start(), piece.textEnd() - piece.start());
            streams.out().write('\n');
        }
        byte[] own = Arrays.copyOfRange(text, piece.start(), Math.max(piece.textEnd(), piece.dataEnd()));
        long start = System.nanoTime();
        Backend.Counts counts = result(
                piece.parsed().output(),
                new Backend.Request(own, data(statement, piece), database, format, settings, parameters));
        if (statement instanceof Statement.Use) {
            // From here on the session knows better.
            database = Optional.empty();
        }
        Done done = new Done(counts, System.nanoTime() - start);
        if (options.time) {
            streams.err().println(done.seconds());
        }
        return done;
    }

    /**
     * The data that comes apart from the text: standard input, for the first INSERT that has no rows in its text. Rows
     * of {@code FROM INFILE} are read from that file.
     */
    private Optional<InputStream> data(Statement statement, StatementSplitter.Piece piece) throws IOException {
        if (!(statement instanceof Statement.Insert insert && insert.source() instanceof Statement.FromData data)) {
            return Optional.empty();
        }
        if (data.file().isPresent()) {
            throw new StatementError(
                    48,
                    "Code: 48. DB::Exception: FROM INFILE is not supported yet; "
                            + "hand the file to standard input instead. (NOT_IMPLEMENTED)");
        }
        boolean inline = piece.dataEnd() > piece.dataStart();
        if (inline || inputTaken || streams.inTerminal()) {
            return Optional.empty();
        }
        inputTaken = true;
        return Optional.of(streams.in());
    }

    private Backend.Counts result(Output output, Backend.Request request) throws IOException {
        if (output.outfile().isEmpty()) {
            return shown(request, new Unclosed(streams.out()));
        }
        Output.Outfile file = output.outfile().get();
        OpenOption[] how = switch (file.mode()) {
            case CREATE -> new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
            case APPEND -> new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
            case TRUNCATE ->
                new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
                };
        };
        try (OutputStream out = Files.newOutputStream(Path.of(file.name()), how)) {
            return shown(request, out);
        }
    }

    private Backend.Counts shown(Backend.Request request, OutputStream out) throws IOException {
        try (ProgressBar bar = progress ? ProgressBar.start(streams.err(), backend) : ProgressBar.off();
                OutputStream result = new BufferedOutputStream(bar.before(out), 1 << 16)) {
            return backend.run(request, result);
        }
    }
}
