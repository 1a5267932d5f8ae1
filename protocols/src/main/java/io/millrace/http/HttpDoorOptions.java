package io.millrace.http;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.http.rule.HttpRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator can choose about the HTTP interface; immutable.
 *
 * @param displayName for {@code X-ClickHouse-Server-Display-Name}, mostly the host's name
 * @param hostName of this machine, as clients may address it
 * @param defaultResponse what {@code GET /} without a query answers ({@code http_server_default_response}); {@code Ok.} if
 *     empty
 * @param sessionTimeout how long an unused session is kept when the client does not say
 * @param maxSessionTimeout the most a client may ask for
 * @param rules which handlers there are
 * @param optionsResponse header lines of the answer to {@code OPTIONS} ({@code http_options_response}); none for an empty
 *     answer without them
 * @param metricsPath where Prometheus finds metrics, if it shall
 * @param replicas when {@code /replicas_status} complains
 * @param cancelsLost whether a SELECT ends when its client disconnects, if nobody says whether it shall
 */
public record HttpDoorOptions(
        String displayName,
        String hostName,
        Optional<String> defaultResponse,
        Duration sessionTimeout,
        Duration maxSessionTimeout,
        HttpRules rules,
        Optional<List<Map.Entry<String, String>>> optionsResponse,
        Optional<String> metricsPath,
        ReplicaLimits replicas,
        boolean cancelsLost) {

    /**
     * How far a replica may lag.
     *
     * @param absoluteSeconds behind what it follows ({@code min_absolute_delay_to_close}); 0 for any
     * @param relativeSeconds behind other replicas ({@code min_relative_delay_to_close}); 0 for any
     * @param verbose whether {@code ?verbose=1} shows lags also when all is well
     */
    public record ReplicaLimits(long absoluteSeconds, long relativeSeconds, boolean verbose) {}

    /** ClickHouse's defaults: sessions live for a minute, at most for an hour. */
    public static HttpDoorOptions named(String displayName) {
        return of(ConfigTree.empty(), displayName);
    }

    /**
     * Reads what a server's configuration says.
     *
     * @param hostName shown to clients unless there is a {@code display_name}
     * @throws DbException when a value is of no use, or as {@link HttpRules#of}
     */
    public static HttpDoorOptions of(ConfigTree config, String hostName) {
        return new HttpDoorOptions(
                config.text("display_name").filter(name -> !name.isEmpty()).orElse(hostName),
                hostName,
                config.text("http_server_default_response").filter(text -> !text.isEmpty()),
                Duration.ofSeconds(number(config, "default_session_timeout", 60)),
                Duration.ofSeconds(number(config, "max_session_timeout", 3600)),
                HttpRules.of(config),
                config.at("http_options_response").map(HttpDoorOptions::optionsResponse),
                config.at("prometheus").map(p -> p.text("endpoint").orElse("/metrics")),
                new ReplicaLimits(
                        number(config, "merge_tree/min_absolute_delay_to_close", 0),
                        number(config, "merge_tree/min_relative_delay_to_close", 300),
                        number(config, "enable_verbose_replicas_status", 1) != 0),
                config.flag("cancel_queries_of_lost_clients").orElse(true));
    }

    private static List<Map.Entry<String, String>> optionsResponse(ConfigTree element) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (ConfigTree header : element.all("header")) {
            lines.add(Map.entry(
                    header.text("name").orElse(""), header.text("value").orElse("")));
        }
        return List.copyOf(lines);
    }

    private static long number(ConfigTree config, String path, long otherwise) {
        String text = config.text(path).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? 1 : 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.INVALID_CONFIG_PARAMETER,
                    "The configuration says '" + text + "' for " + path + ", which is not a number");
        }
    }
}
