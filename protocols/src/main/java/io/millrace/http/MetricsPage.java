package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.Engine;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.net.http.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The server's metrics in Prometheus's text format, asked from the system tables for each request. Nobody has to log in. */
record MetricsPage(Engine engine) implements FixedRoute.Content {
    private static final String METRICS = """
            SELECT concat('# HELP ClickHouseMetrics_', metric, ' ', replaceAll(description, '\\n', ' '),
                          '\\n# TYPE ClickHouseMetrics_', metric, ' gauge\\nClickHouseMetrics_', metric, ' ', toString(value))
            FROM system.metrics FORMAT TSVRaw""";
    private static final String EVENTS = """
            SELECT concat('# HELP ClickHouseProfileEvents_', event, ' ', replaceAll(description, '\\n', ' '),
                          '\\n# TYPE ClickHouseProfileEvents_', event, ' counter\\nClickHouseProfileEvents_', event, ' ', toString(value))
            FROM system.events FORMAT TSVRaw""";

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ask(METRICS, text);
        ask(EVENTS, text);
        exchange.response()
                .header("Content-Type", "text/plain; version=0.0.4; charset=UTF-8")
                .send(text.toByteArray());
    }

    private void ask(String query, ByteArrayOutputStream text) {
        QueryRequest request = new QueryRequest(
                Optional.empty(),
                ByteSource.of(query.getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                QueryRequest.Output.FORMATTED,
                1,
                ClientFacts.LOCAL);
        try (RunningQuery running = engine.start(engine.newSession(engine.known("default")), request)) {
            while (true) {
                switch (running.next()) {
                    case ResultEvent.Bytes bytes -> text.writeBytes(bytes.bytes());
                    case ResultEvent.Failed failed -> throw failed.error();
                    case ResultEvent.Finished finished -> {
                        return;
                    }
                    case ResultEvent.Started started -> {}
                    case ResultEvent.Progress progress -> {}
                    case ResultEvent.Rows rows -> throw DbException.bug("Rows instead of text");
                    case ResultEvent.TotalRow totals -> throw DbException.bug("Rows instead of text");
                }
            }
        }
    }
}
