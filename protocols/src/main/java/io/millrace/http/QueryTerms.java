package io.millrace.http;

import io.millrace.http.rule.Handler.PredefinedQuery;
import io.millrace.http.rule.Handler.QueryReply;
import io.millrace.http.rule.PredefinedStatement;
import io.millrace.http.rule.RequestPattern;
import io.millrace.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a handler of queries decides: which requests are its own, where the query comes from, and what its reply says.
 * Immutable.
 *
 * @param pattern of a rule's requests; empty for the server's own handler of queries
 * @param parameter of the address that carries the query, if it is not predefined
 */
record QueryTerms(
        Optional<RequestPattern> pattern,
        String parameter,
        Optional<PredefinedQuery> predefined,
        QueryReply reply,
        Map<String, String> commonHeaders) {
    private static final String PARAMETER = "param_";

    /** The server's own handler: the query is in {@code query=}, in the body, or in both. */
    static QueryTerms usual(Map<String, String> commonHeaders) {
        return new QueryTerms(
                Optional.empty(),
                "query",
                Optional.empty(),
                new QueryReply(Optional.empty(), Optional.empty(), Map.of()),
                commonHeaders);
    }

    boolean matches(HttpRequest head) {
        return pattern.isPresent() ? pattern.get().match(head).isPresent() : isQuery(head);
    }

    private static boolean isQuery(HttpRequest head) {
        boolean bare = head.path().isEmpty() || head.path().equals("/");
        boolean asking = head.hasQuery() && (bare || head.path().equals("/query"));
        return switch (head.method()) {
            case "GET", "HEAD" -> asking;
            case "POST", "OPTIONS" -> bare || asking;
            default -> false;
        };
    }

    /** Query parameters that the rule's patterns found in the request; they win over what the client says. */
    Map<String, String> captured(HttpRequest head) {
        Map<String, String> captured = new LinkedHashMap<>();
        pattern.flatMap(p -> p.match(head))
                .ifPresent(groups -> groups.forEach((name, value) -> {
                    boolean prefixed = name.startsWith(PARAMETER) && !names().contains(name);
                    captured.put(prefixed ? name.substring(PARAMETER.length()) : name, value);
                }));
        return captured;
    }

    /** The request's body as the value of a query parameter, which is one field of TabSeparated. */
    String bodyValue(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean asText =
                predefined.stream().flatMap(p -> p.statements().stream()).anyMatch(PredefinedStatement::bodyAsText);
        return asText ? text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n") : text;
    }

    /** Parameters of predefined queries: the address may give them without {@code param_}. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        predefined.ifPresent(p ->
                p.statements().stream().map(PredefinedStatement::parameters).forEach(names::addAll));
        return names;
    }
}
