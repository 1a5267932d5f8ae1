package io.millrace.http.rule;

import io.millrace.base.config.ConfigTree;
import io.millrace.http.rule.Handler.BuiltIn;
import io.millrace.http.rule.Handler.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of ClickHouse's first manual of HTTP handlers, one handler each: {@code url} and {@code headers} are regular
 * expressions without a prefix, {@code method} is one method.
 */
final class LegacyElements {
    static final Set<String> NAMES = Set.of(
            "predefine_query_handler",
            "predefined_query_handler",
            "dynamic_query_handler",
            "root_handler",
            "ping_handler",
            "replicas_status_handler");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private LegacyElements() {}

    /** The rule of an element; none where the server's own handlers do the same. */
    static Optional<HttpRules.Rule> rule(ConfigTree element, HandlerReader handlers) {
        return switch (element.name()) {
            case "root_handler" -> Optional.empty();
            case "ping_handler" -> Optional.of(page(element, "/ping", Page.PING));
            case "replicas_status_handler" -> Optional.of(page(element, "/replicas_status", Page.REPLICAS_STATUS));
            case "dynamic_query_handler" ->
                Optional.of(new HttpRules.Rule(pattern(element), handlers.dynamic(element, element)));
            default ->
                Optional.of(new HttpRules.Rule(
                        pattern(element), handlers.predefined(HandlerReader.queries(element), element)));
        };
    }

    private static HttpRules.Rule page(ConfigTree element, String path, Page page) {
        String chosen = element.text().isEmpty() ? path : element.text();
        return new HttpRules.Rule(RequestPattern.path(chosen, READING), new BuiltIn(page));
    }

    private static RequestPattern pattern(ConfigTree element) {
        List<RequestPattern.HeaderPattern> headers = new ArrayList<>();
        for (ConfigTree header : element.at("headers").map(ConfigTree::children).orElse(List.of())) {
            headers.add(new RequestPattern.HeaderPattern(header.name(), ValuePattern.regex(header.text())));
        }
        return new RequestPattern(
                element.text("method").map(HttpRules::methods).orElse(Set.of()),
                element.text("url").map(ValuePattern::regex),
                Optional.empty(),
                headers,
                false);
    }
}
