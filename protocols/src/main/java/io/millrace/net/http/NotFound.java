package io.millrace.net.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer when no route matches: 404, a path that may have been meant, and how to use the server. */
final class NotFound implements Route {
    private static final int MAX_SHOWN_URI = 1024;
    /** More differing characters than that is another word, not a slip. */
    private static final int MAX_SLIPS = 2;

    private final List<String> paths;

    NotFound(List<Route> routes) {
        ArrayList<String> all = new ArrayList<>();
        routes.forEach(route -> all.addAll(route.paths()));
        this.paths = List.copyOf(all);
    }

    @Override
    public boolean matches(HttpRequest head) {
        return true;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String uri = exchange.request().uri();
        StringBuilder text = new StringBuilder("There is no handle ");
        text.append(uri, 0, Math.min(uri.length(), MAX_SHOWN_URI));
        similar(exchange.request().path())
                .ifPresent(
                        path -> text.append(". Maybe you meant ").append(path).append('.'));
        text.append("""


                To see whether the server is alive: / or /ping
                To see whether its replicas keep up: /replicas_status
                To run a query: POST it to /, or GET /?query=...
                """);
        exchange.response().sendText(404, text.toString());
    }

    private Optional<String> similar(String path) {
        String nearest = "";
        int slips = MAX_SLIPS + 1;
        for (String candidate : paths) {
            if (Math.abs(candidate.length() - path.length()) <= MAX_SLIPS) {
                int distance = distance(candidate, path);
                if (distance < slips) {
                    slips = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    /** How many characters must be inserted, removed or replaced to make one text the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
