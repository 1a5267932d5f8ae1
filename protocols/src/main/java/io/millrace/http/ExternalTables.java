package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.engine.Engine;
import io.millrace.engine.access.AccessSettings;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import io.millrace.net.http.MultipartBody.Part;
import io.millrace.net.http.QueryParameters;
import io.millrace.sql.lexer.Quoting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Data that a client sends along with a query, as temporary tables that end with the request. Owned by the connection's
 * thread.
 */
final class ExternalTables implements AutoCloseable {
    private static final String UNNAMED = "_data";

    private final Engine engine;
    private final Session session;
    private final List<String> names = new ArrayList<>();

    ExternalTables(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    /**
     * Fills a table with a file of a form, whose format and columns are told by parameters named after it.
     *
     * @param settings of the request, for reading the data
     */
    void add(Part file, QueryParameters known, Map<String, String> settings) {
        String name = file.name().isEmpty() ? UNNAMED : file.name();
        String format = known.first(name + "_format").orElse("TabSeparated");
        String columns = columns(name, known);
        // In a session of its own, because the client's may be read-only.
        Session loading = engine.newSession(session.user());
        loading.change(session.constrainedSettings().forced(AccessSettings.READONLY, 0L));
        run(
                loading,
                "CREATE TEMPORARY TABLE " + Quoting.identifier(name) + " (" + columns + ")",
                ByteSource::of,
                Map.of());
        run(
                loading,
                "INSERT INTO " + Quoting.identifier(name) + " FORMAT " + Quoting.identifier(format) + "\n",
                head -> ByteSource.of(head, 0, head.length, file.content()),
                forReading(settings));
        if (!session.addTemporary(name, loading.temporaryTable(name).orElseThrow())) {
            throw new DbException(ErrorCode.TABLE_ALREADY_EXISTS, "Temporary table " + name + " already exists.");
        }
        names.add(name);
    }

    /** Other settings concern the query that the tables are for. */
    private static Map<String, String> forReading(Map<String, String> settings) {
        Map<String, String> kept = new TreeMap<>(settings);
        kept.keySet()
                .removeIf(name -> !name.startsWith("input_format_")
                        && !name.startsWith("format_")
                        && !name.equals("date_time_input_format")
                        && !name.equals("session_timezone"));
        return kept;
    }

    private static String columns(String name, QueryParameters known) {
        Optional<String> structure = known.first(name + "_structure").filter(s -> !s.isBlank());
        Optional<String> types = known.first(name + "_types").filter(s -> !s.isBlank());
        if (structure.isEmpty() && types.isEmpty()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Neither structure nor types have not been provided for external table " + name + ". Use fields "
                            + name + "_structure or " + name + "_types to do so");
        }
        // Read as a type and written again, so that nothing but names and types gets into the statement.
        if (!(TypeParser.parse("Tuple(" + structure.or(() -> types).orElseThrow() + ")")
                instanceof DataType.TupleType tuple)) {
            throw DbException.bug("A tuple that is none");
        }
        if (structure.isPresent() && tuple.names().isEmpty()) {
            throw new DbException(
                    ErrorCode.SYNTAX_ERROR,
                    "Cannot parse " + name + "_structure: expected a list like 'a UInt8, b String'");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tuple.elements().size(); i++) {
            String column = structure.isPresent() ? tuple.names().get(i) : "_" + (i + 1);
            text.append(i == 0 ? "" : ", ")
                    .append(Quoting.identifier(column))
                    .append(' ')
                    .append(tuple.elements().get(i).name());
        }
        return text.toString();
    }

    private interface Source {
        ByteSource of(byte[] head);
    }

    private void run(Session loading, String statement, Source source, Map<String, String> settings) {
        QueryRequest request = new QueryRequest(
                Optional.empty(),
                source.of(statement.getBytes(StandardCharsets.UTF_8)),
                settings,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                QueryRequest.Output.FORMATTED,
                0,
                ClientFacts.LOCAL);
        try (RunningQuery query = engine.start(loading, request)) {
            ResultEvent event = query.next();
            while (!(event instanceof ResultEvent.Finished)) {
                if (event instanceof ResultEvent.Failed failed) {
                    throw failed.error();
                }
                event = query.next();
            }
        }
    }

    @Override
    public void close() {
        names.forEach(session::dropTemporary);
    }
}
