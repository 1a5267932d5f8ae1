package io.millrace.net.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of the Date header, made once per second. Thread-safe: the last text is replaced as a whole. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Second last = new Second(Long.MIN_VALUE, "");

    private record Second(long epochSecond, String text) {}

    HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    String now() {
        Second second = last;
        long epochSecond = Math.floorDiv(clock.millis(), 1000L);
        if (second.epochSecond != epochSecond) {
            second = new Second(epochSecond, FORMAT.format(Instant.ofEpochSecond(epochSecond)));
            last = second;
        }
        return second.text;
    }
}
