package io.millrace.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One line on standard error that shows how a running statement gets on: rows, bytes, speed, share, memory. It appears
 * only if the statement takes a while, and goes before the result begins. Thread-safe.
 */
final class ProgressBar implements AutoCloseable {
    private static final long FIRST_MILLIS = 300;
    private static final long EVERY_MILLIS = 200;
    private static final String CLEAR = "\r\u001b[K";
    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Optional<PrintStream> err;
    private final long startNanos = System.nanoTime();
    private boolean shown;
    private boolean ended;
    private int turn;

    private ProgressBar(Optional<PrintStream> err) {
        this.err = err;
    }

    static ProgressBar off() {
        return new ProgressBar(Optional.empty());
    }

    static ProgressBar start(PrintStream err, Backend backend) {
        ProgressBar bar = new ProgressBar(Optional.of(err));
        Thread.ofVirtual().start(() -> bar.watch(backend));
        return bar;
    }

    private void watch(Backend backend) {
        try {
            long wait = FIRST_MILLIS;
            while (!stopped.await(wait, TimeUnit.MILLISECONDS)) {
                backend.progress().ifPresent(this::show);
                wait = EVERY_MILLIS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show(Backend.Counts counts) {
        if (!ended) {
            err.ifPresent(stream -> {
                stream.print(
                        CLEAR + SPINNER[turn++ % SPINNER.length] + " " + line(counts, System.nanoTime() - startNanos));
                stream.flush();
            });
            shown = true;
        }
    }

    static String line(Backend.Counts counts, long nanos) {
        double seconds = Math.max(nanos, 1) / 1e9;
        StringBuilder text = new StringBuilder("Progress: ").append(amounts(counts, seconds));
        if (counts.totalRows() > 0) {
            text.append(
                    String.format(Locale.ROOT, " %.0f%%", Math.min(99, 100.0 * counts.rows() / counts.totalRows())));
        }
        return text.append(" | ")
                .append(Quantity.bytes((double) counts.memoryBytes()))
                .append(" memory")
                .toString();
    }

    /** Rows and bytes, and how many of them in a second. */
    static String amounts(Backend.Counts counts, double seconds) {
        return Quantity.rows((double) counts.rows()) + " rows, " + Quantity.bytes((double) counts.bytes()) + " ("
                + Quantity.rows(counts.rows() / seconds) + " rows/s., " + Quantity.bytes(counts.bytes() / seconds)
                + "/s.)";
    }

    private synchronized void clear() {
        if (shown && !ended) {
            err.ifPresent(stream -> {
                stream.print(CLEAR);
                stream.flush();
            });
        }
        ended = true;
    }

    /** The same stream; the bar goes before something is written to it. */
    OutputStream before(OutputStream out) {
        if (err.isEmpty()) {
            return out;
        }
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                clear();
                out.write(source, offset, length);
            }
        };
    }

    @Override
    public void close() {
        stopped.countDown();
        clear();
    }
}
