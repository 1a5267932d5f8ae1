package io.millrace.base.text.regex;

/** Conditions on a position between two bytes, as bits. Words are ASCII words, as in RE2. */
final class Look {
    static final int BEGIN_TEXT = 1;
    static final int END_TEXT = 2;
    static final int BEGIN_LINE = 4;
    static final int END_LINE = 8;
    static final int WORD_EDGE = 16;
    static final int NO_WORD_EDGE = 32;
    static final int ALL = 63;

    private Look() {}

    /** All conditions that hold at {@code at} in the text [{@code from}, {@code to}]. */
    static int at(byte[] bytes, int from, int at, int to) {
        int looks = 0;
        boolean wordBefore = false;
        boolean wordAfter = false;
        if (at == from) {
            looks |= BEGIN_TEXT | BEGIN_LINE;
        } else {
            looks |= bytes[at - 1] == '\n' ? BEGIN_LINE : 0;
            wordBefore = isWord(bytes[at - 1]);
        }
        if (at == to) {
            looks |= END_TEXT | END_LINE;
        } else {
            looks |= bytes[at] == '\n' ? END_LINE : 0;
            wordAfter = isWord(bytes[at]);
        }
        return looks | (wordBefore != wordAfter ? WORD_EDGE : NO_WORD_EDGE);
    }

    /** The same condition seen by a program that reads backwards. */
    static int mirrored(int look) {
        return switch (look) {
            case BEGIN_TEXT -> END_TEXT;
            case END_TEXT -> BEGIN_TEXT;
            case BEGIN_LINE -> END_LINE;
            case END_LINE -> BEGIN_LINE;
            default -> look;
        };
    }

    static boolean isWord(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }
}
