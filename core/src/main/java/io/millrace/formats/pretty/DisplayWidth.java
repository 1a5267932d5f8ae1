package io.millrace.formats.pretty;

/** How many columns of a terminal a text takes. */
final class DisplayWidth {
    private static final int TAB = 8;

    private DisplayWidth() {}

    static int of(String text) {
        return of(text, 0);
    }

    /** For a text that begins at a column of the screen, on which the width of tabs depends. */
    static int of(String text, int start) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            width += point == '\t' ? TAB - (start + width) % TAB : of(point);
        }
        return width;
    }

    private static int of(int point) {
        if (point < 0x20 || point >= 0x7F && point < 0xA0) {
            return 0;
        }
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || point == 0x200B) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF && point != 0x303F
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** The beginning of a text that takes at most {@code width} columns. */
    static String cut(String text, int width) {
        int taken = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            taken += Math.max(1, of(point));
            if (taken > width) {
                break;
            }
            i += Character.charCount(point);
        }
        return text.substring(0, i);
    }
}
