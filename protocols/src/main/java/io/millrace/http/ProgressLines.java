package io.millrace.http;

import io.millrace.engine.query.QueryProgress.Counts;
import io.millrace.net.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends {@code X-ClickHouse-Progress} while the head is open. Some clients take at most a hundred header lines, so the
 * lines become rarer the longer a query runs, and end.
 */
final class ProgressLines {
    private static final int MOST = 80;
    private static final int SLOWER_EVERY = 16;

    private final HttpResponse response;
    private long intervalNanos;
    private long lastNanos = System.nanoTime();
    private int sent;

    ProgressLines(HttpResponse response, Duration interval) {
        this.response = response;
        this.intervalNanos = interval.toNanos();
    }

    /** Sends a line if one is due. */
    void show(Counts counts) throws IOException {
        long now = System.nanoTime();
        if (sent < MOST && now - lastNanos >= intervalNanos) {
            response.drip("X-ClickHouse-Progress", SummaryText.progress(counts));
            lastNanos = now;
            sent++;
            if (sent % SLOWER_EVERY == 0) {
                intervalNanos *= 2;
            }
        }
    }
}
