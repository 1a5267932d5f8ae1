package io.millrace.base.text.regex;

import java.util.Optional;

/** Reads a bracketed character class. */
final class ClassParser {
    private ClassParser() {}

    /** The class that opens at the position; afterwards the position is behind its bracket. */
    static CodePoints parse(PatternText text, boolean ignoreCase) {
        int start = text.at++;
        boolean negate = text.skip('^');
        CodePoints.Builder set = new CodePoints.Builder(ignoreCase);
        boolean first = true;
        while (first || text.peek(0) != ']') {
            first = false;
            if (text.atEnd()) {
                throw text.error("missing ]", start);
            }
            Optional<CodePoints> named =
                    text.startsWith("[:") ? posix(text, ignoreCase) : EscapeParser.charClass(text, ignoreCase);
            if (named.isPresent()) {
                set.addAll(named.get());
            } else {
                range(text, start, set);
            }
        }
        text.at++;
        return set.build(negate);
    }

    private static void range(PatternText text, int start, CodePoints.Builder set) {
        int begin = text.at;
        int low = character(text, start);
        int high = low;
        if (text.peek(0) == '-' && text.peek(1) != ']' && text.peek(1) != -1) {
            text.at++;
            high = character(text, start);
            if (high < low) {
                throw text.error("invalid character class range", begin);
            }
        }
        set.add(low, high);
    }

    private static int character(PatternText text, int start) {
        if (text.atEnd()) {
            throw text.error("missing ]", start);
        }
        return text.peek(0) == '\\' ? EscapeParser.character(text) : text.next();
    }

    /** {@code [:name:]} or {@code [:^name:]}; without its end it is an ordinary bracket. */
    private static Optional<CodePoints> posix(PatternText text, boolean ignoreCase) {
        int start = text.at;
        text.at += 2;
        int close = text.find(":]");
        if (close < 0) {
            text.at = start;
            return Optional.empty();
        }
        boolean negate = text.skip('^');
        Optional<CodePoints> set = NamedClasses.posix(text.text(text.at, close));
        text.at = close + 2;
        if (set.isEmpty()) {
            throw text.error("invalid character class range", start);
        }
        return Optional.of(EscapeParser.folded(set.get(), ignoreCase, negate));
    }
}
