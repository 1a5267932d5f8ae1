package io.millrace.http.rule;

import io.millrace.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests belong to a rule; what is empty matches any. Immutable.
 *
 * @param methods in upper case
 * @param url of the path, without the query
 * @param fullUrl of {@code scheme://host:port/path}
 * @param headers by name; all of them must match
 * @param emptyQuery whether the address may have no question mark
 */
public record RequestPattern(
        Set<String> methods,
        Optional<ValuePattern> url,
        Optional<ValuePattern> fullUrl,
        List<HeaderPattern> headers,
        boolean emptyQuery) {

    /** One header that must be there. */
    record HeaderPattern(String name, ValuePattern value) {}

    static RequestPattern path(String path, Set<String> methods) {
        return new RequestPattern(
                methods, Optional.of(new ValuePattern.Exact(path)), Optional.empty(), List.of(), false);
    }

    /** The values of the named groups of all patterns, if the request matches. */
    public Optional<Map<String, String>> match(HttpRequest request) {
        if (!methods.isEmpty() && !methods.contains(request.method().toUpperCase(Locale.ROOT))
                || emptyQuery && request.hasQuery()) {
            return Optional.empty();
        }
        Map<String, String> groups = new LinkedHashMap<>();
        boolean matches =
                take(url, request.path(), groups) && (fullUrl.isEmpty() || take(fullUrl, fullUrlOf(request), groups));
        for (HeaderPattern header : headers) {
            matches = matches
                    && request.headers().contains(header.name)
                    && take(Optional.of(header.value), request.headers().get(header.name), groups);
        }
        return matches ? Optional.of(groups) : Optional.empty();
    }

    private static boolean take(Optional<ValuePattern> pattern, String text, Map<String, String> groups) {
        if (pattern.isEmpty()) {
            return true;
        }
        Optional<Map<String, String>> found = pattern.get().match(text);
        found.ifPresent(groups::putAll);
        return found.isPresent();
    }

    private static String fullUrlOf(HttpRequest request) {
        return (request.secure() ? "https://" : "http://") + request.headers().get("Host") + request.path();
    }
}
