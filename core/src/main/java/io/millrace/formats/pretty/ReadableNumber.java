package io.millrace.formats.pretty;

import java.util.Locale;
import java.util.Optional;

/** Large numbers in words: {@code 1.23 million}. */
final class ReadableNumber {
    private static final String[] UNITS = {
        "",
        " thousand",
        " million",
        " billion",
        " trillion",
        " quadrillion",
        " quintillion",
        " sextillion",
        " septillion",
        " octillion",
        " nonillion",
        " decillion",
        " undecillion",
        " duodecillion",
        " tredecillion",
        " quattuordecillion",
        " quindecillion",
        " sexdecillion",
        " septendecillion",
        " octodecillion",
        " novemdecillion",
        " vigintillion"
    };
    /** From here on to 2^64 a number looks like a hash. */
    private static final double HASH_LIKE = 1e17;

    private ReadableNumber() {}

    /** The hint for the text of a number; empty when it is not above the threshold. */
    static Optional<String> of(String text, long threshold) {
        if (threshold == 0 || text.isEmpty() || text.charAt(0) > '9') {
            return Optional.empty();
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        double size = Math.abs(value);
        if (size <= threshold || size > HASH_LIKE && size <= 0x1p64 || Double.isInfinite(size)) {
            return Optional.empty();
        }
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            value /= 1000;
            unit++;
        }
        return Optional.of(String.format(Locale.ROOT, "%.2f", value) + UNITS[unit]);
    }
}
