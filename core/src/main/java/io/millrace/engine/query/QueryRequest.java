package io.millrace.engine.query;

import io.millrace.base.io.ByteSource;
import io.millrace.catalog.engine.ClientFacts;
import java.util.Map;
import java.util.Optional;

/**
 * What a door asks for.
 *
 * @param queryId the client's, or empty for one of ours
 * @param text the statement, and behind its head the data of an INSERT; read only as far as it is needed
 * @param settings settings of this query only, by name, as texts
 * @param parameters values of {@code {name:Type}} as texts
 * @param database names are looked up there instead of the session's database
 * @param defaultFormat for results and inserts that name no format; empty for TabSeparated and Values
 * @param output what the door wants to get
 * @param protocolRevision how new the client's Native format is, 0 for the oldest form
 * @param readonly 0 for anything, 1 for reading only, 2 for reading and settings: HTTP GET asks for 2
 * @param client where it comes from
 */
public record QueryRequest(
        Optional<String> queryId,
        ByteSource text,
        Map<String, String> settings,
        Map<String, String> parameters,
        Optional<String> database,
        Optional<String> defaultFormat,
        Output output,
        int protocolRevision,
        int readonly,
        ClientFacts client) {
    /** A request of a client that does not say which Native format it knows. */
    public QueryRequest(
            Optional<String> queryId,
            ByteSource text,
            Map<String, String> settings,
            Map<String, String> parameters,
            Optional<String> database,
            Optional<String> defaultFormat,
            Output output,
            int readonly,
            ClientFacts client) {
        this(queryId, text, settings, parameters, database, defaultFormat, output, 0, readonly, client);
    }

    /** How results reach the door. */
    public enum Output {
        /** As bytes in a format. */
        FORMATTED,
        /** As blocks. */
        BLOCKS
    }
}
