package io.millrace.app;

import java.util.Locale;

/** Numbers as people read them: {@code 12.30 million}, {@code 98.40 MB}. */
final class Quantity {
    private static final String[] ROWS = {"", " thousand", " million", " billion", " trillion"};
    private static final String[] BYTES = {" B", " KB", " MB", " GB", " TB", " PB"};

    private Quantity() {}

    static String rows(double count) {
        return scaled(count, ROWS);
    }

    static String bytes(double count) {
        return scaled(count, BYTES);
    }

    private static String scaled(double count, String[] units) {
        double value = count;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        boolean whole = unit == 0 && value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", value) + units[unit];
    }
}
