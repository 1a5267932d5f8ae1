package io.millrace.http.rule;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.http.rule.Handler.Content;
import io.millrace.http.rule.Handler.Page;
import io.millrace.http.rule.Handler.QueryReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@code handler} of a rule.
 *
 * @param root the whole configuration
 */
record HandlerReader(ConfigTree root) {
    private static final String TEXT = "text/plain; charset=UTF-8";

    Handler read(ConfigTree rule) {
        ConfigTree handler = rule.at("handler").orElse(ConfigTree.empty());
        String type = handler.text("type")
                .orElseThrow(() -> invalid("Handler type in config is not specified here: http_handlers." + rule.name()
                        + ".handler.type"));
        return switch (type) {
            case "static" -> fixed(handler);
            case "redirect" ->
                new Handler.Redirect(
                        handler.text("location")
                                .orElseThrow(() -> invalid("A redirect handler needs a 'location' in http_handlers."
                                        + rule.name() + ".handler")),
                        headers(handler));
            case "dynamic_query_handler" -> dynamic(handler, handler);
            case "predefined_query_handler" -> predefined(queries(handler), handler);
            case "prometheus" -> new Handler.BuiltIn(Page.METRICS);
            case "replicas_status" -> new Handler.BuiltIn(Page.REPLICAS_STATUS);
            case "ping" -> new Handler.BuiltIn(Page.PING);
            case "index" -> new Handler.BuiltIn(Page.INDEX);
            case "play" -> new Handler.BuiltIn(Page.PLAY);
            case "dashboard" -> new Handler.BuiltIn(Page.DASHBOARD);
            default ->
                throw invalid("Unknown handler type '" + type + "' in config here: http_handlers." + rule.name()
                        + ".handler.type");
        };
    }

    private Handler fixed(ConfigTree handler) {
        String text = handler.text("response_content").orElse("Ok.\n");
        return new Handler.Fixed(
                status(handler.text("status").orElse("200")),
                handler.text("content_type").orElse(TEXT),
                content(text),
                headers(handler));
    }

    private Content content(String text) {
        if (text.startsWith("file://")) {
            return new Content.File(text.substring("file://".length()));
        }
        if (!text.startsWith("config://")) {
            return new Content.Text(text);
        }
        String key = text.substring("config://".length());
        return new Content.Text(root.text(key.replace('.', '/'))
                .orElseThrow(() -> invalid("The configuration has no element " + key + ", which a handler shows")));
    }

    private static int status(String text) {
        try {
            int status = Integer.parseInt(text);
            if (status >= 200 && status <= 599) {
                return status;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw invalid("'" + text + "' is no HTTP status that a static handler can answer: it must be 200 to 599");
    }

    /** Both spellings say where the parameter's name stands. */
    Handler dynamic(ConfigTree handler, ConfigTree replies) {
        return new Handler.DynamicQuery(handler.text("query_param_name").orElse("query"), reply(replies));
    }

    /** All queries of a handler, at most one of which may be an INSERT. */
    Handler predefined(List<String> queries, ConfigTree handler) {
        List<PredefinedStatement> statements =
                queries.stream().map(PredefinedStatement::of).toList();
        if (statements.isEmpty()) {
            throw invalid("There is no query in the predefined query handler");
        }
        if (statements.stream().filter(PredefinedStatement::inserts).count() > 1) {
            throw invalid("A predefined query handler supports only one INSERT query");
        }
        return new Handler.PredefinedQuery(statements, reply(handler));
    }

    static List<String> queries(ConfigTree handler) {
        List<String> queries = new ArrayList<>();
        handler.all("query").forEach(q -> queries.add(q.text().strip()));
        handler.all("queries/query").forEach(q -> queries.add(q.text().strip()));
        queries.removeIf(String::isEmpty);
        return queries;
    }

    private static QueryReply reply(ConfigTree handler) {
        return new QueryReply(handler.text("user"), handler.text("content_type"), headers(handler));
    }

    private static Map<String, String> headers(ConfigTree handler) {
        return handler.at("http_response_headers").map(HttpRules::headers).orElse(Map.of());
    }

    private static DbException invalid(String message) {
        return new DbException(ErrorCode.INVALID_CONFIG_PARAMETER, message);
    }
}
