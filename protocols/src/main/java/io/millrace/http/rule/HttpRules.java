package io.millrace.http.rule;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the element {@code http_handlers} (also {@code root_handlers}) of the configuration says. Immutable.
 *
 * <p>Two spellings are understood, also mixed: ClickHouse's rules ({@code <rule>} with {@code <handler>}, the server's own
 * handlers only where {@code <defaults/>} stands) and the elements of its first manual
 * ({@code <predefined_query_handler>} and so on), behind which the server's own handlers always follow.
 *
 * @param entries in the order in which requests are tried against them
 * @param commonHeaders added to every reply
 * @param notFound text of the answer to a request that nothing matches; empty for the server's own
 */
public record HttpRules(List<Entry> entries, Map<String, String> commonHeaders, Optional<String> notFound) {
    /** The server's own handlers and nothing else. */
    public static final HttpRules DEFAULTS = new HttpRules(List.of(new Defaults()), Map.of(), Optional.empty());

    /** A line of the table of handlers. */
    public sealed interface Entry {}

    /** Requests, and what answers them. */
    public record Rule(RequestPattern pattern, Handler handler) implements Entry {}

    /** The server's own handlers. */
    public record Defaults() implements Entry {}

    public HttpRules {
        entries = List.copyOf(entries);
        commonHeaders = Map.copyOf(commonHeaders);
    }

    /**
     * Reads the rules of a server's configuration.
     *
     * @param root the whole configuration, because a static answer may stand elsewhere in it ({@code config://})
     * @throws DbException UNKNOWN_ELEMENT_IN_CONFIG, INVALID_CONFIG_PARAMETER, CANNOT_COMPILE_REGEXP
     */
    public static HttpRules of(ConfigTree root) {
        List<ConfigTree> elements = new ArrayList<>();
        for (ConfigTree child : root.children()) {
            if (child.name().equals("http_handlers") || child.name().equals("root_handlers")) {
                elements.addAll(child.children());
            }
        }
        boolean configured =
                root.at("http_handlers").isPresent() || root.at("root_handlers").isPresent();
        return configured ? of(elements, root) : DEFAULTS;
    }

    private static HttpRules of(List<ConfigTree> elements, ConfigTree root) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> commonHeaders = new LinkedHashMap<>();
        Optional<String> notFound = Optional.empty();
        boolean legacy = false;
        HandlerReader handlers = new HandlerReader(root);
        for (ConfigTree element : elements) {
            String name = element.name();
            if (LegacyElements.NAMES.contains(name)) {
                LegacyElements.rule(element, handlers).ifPresent(entries::add);
                legacy = true;
            } else if (name.equals("no_handler_description")) {
                notFound = Optional.of(element.text());
                legacy = true;
            } else if (name.startsWith("rule")) {
                entries.add(new Rule(pattern(element), handlers.read(element)));
            } else if (name.equals("defaults")) {
                entries.add(new Defaults());
            } else if (name.equals("common_http_response_headers")) {
                commonHeaders.putAll(headers(element));
            } else {
                throw new DbException(
                        ErrorCode.UNKNOWN_ELEMENT_IN_CONFIG,
                        "Unknown element in config: " + name + ", must be 'rule' or 'defaults'");
            }
        }
        if (legacy && entries.stream().noneMatch(e -> e instanceof Defaults)) {
            entries.add(new Defaults());
        }
        return new HttpRules(entries, commonHeaders, notFound);
    }

    private static RequestPattern pattern(ConfigTree rule) {
        List<RequestPattern.HeaderPattern> headers = new ArrayList<>();
        for (ConfigTree header : rule.at("headers").map(ConfigTree::children).orElse(List.of())) {
            headers.add(new RequestPattern.HeaderPattern(header.name(), ValuePattern.of(header.text())));
        }
        return new RequestPattern(
                rule.text("methods").map(HttpRules::methods).orElse(Set.of()),
                rule.text("url").map(ValuePattern::of),
                rule.text("full_url").map(ValuePattern::of),
                headers,
                rule.at("empty_query_string").isPresent());
    }

    /** A comma list. */
    static Set<String> methods(String text) {
        Set<String> methods = new LinkedHashSet<>();
        for (String method : text.split(",", -1)) {
            if (!method.isBlank()) {
                methods.add(method.strip().toUpperCase(Locale.ROOT));
            }
        }
        return Set.copyOf(methods);
    }

    /** Child elements as header lines. */
    static Map<String, String> headers(ConfigTree element) {
        Map<String, String> headers = new LinkedHashMap<>();
        element.children().forEach(c -> headers.put(c.name(), c.text()));
        return headers;
    }
}
