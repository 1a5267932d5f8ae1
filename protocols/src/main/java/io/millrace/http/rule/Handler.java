package io.millrace.http.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers the requests of a rule. Immutable. */
public sealed interface Handler {
    /** A text from the configuration. */
    record Fixed(int status, String contentType, Content content, Map<String, String> headers) implements Handler {}

    /** A redirect to another address, with status 302. */
    record Redirect(String location, Map<String, String> headers) implements Handler {}

    /** Queries that come with the request. */
    record DynamicQuery(String parameter, QueryReply reply) implements Handler {}

    /** Queries of the administrator; they run in order, and their results follow one another. */
    record PredefinedQuery(List<PredefinedStatement> statements, QueryReply reply) implements Handler {}

    /** A page or an answer of the server's own. */
    record BuiltIn(Page page) implements Handler {}

    /** The server's own pages. */
    enum Page {
        /** What the address without a path shows. */
        INDEX,
        PING,
        REPLICAS_STATUS,
        PLAY,
        DASHBOARD,
        /** Metrics as Prometheus reads them. */
        METRICS
    }

    /** Where a fixed answer comes from. */
    sealed interface Content {
        record Text(String text) implements Content {}

        /** A file below the directory of user files, read for each request. */
        record File(String path) implements Content {}
    }

    /**
     * What a handler of queries decides about their run and reply.
     *
     * @param user the queries run as this user, and no password is asked for
     * @param contentType instead of the format's
     */
    record QueryReply(Optional<String> user, Optional<String> contentType, Map<String, String> headers) {
        static final QueryReply PLAIN = new QueryReply(Optional.empty(), Optional.empty(), Map.of());
    }
}
