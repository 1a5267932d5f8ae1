package io.millrace.engine.query;

import java.util.Locale;

/** Counts as messages show them: two decimals and a unit, as ClickHouse's {@code formatReadableQuantity} and {@code formatReadableSize}. */
final class ReadableCount {
    private static final String[] ROWS = {"", " thousand", " million", " billion", " trillion", " quadrillion"};
    private static final String[] BYTES = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};

    private ReadableCount() {}

    static String rows(long count) {
        return readable(count, 1000, ROWS);
    }

    static String bytes(long count) {
        return readable(count, 1024, BYTES);
    }

    private static String readable(long count, int step, String[] units) {
        double value = count;
        int unit = 0;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f%s", value, units[unit]);
    }
}
