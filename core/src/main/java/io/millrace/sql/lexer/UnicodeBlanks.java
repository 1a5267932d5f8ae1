package io.millrace.sql.lexer;

/** Blanks outside ASCII, which ClickHouse skips between tokens: no-break space, the spaces from U+2000, ideographic space, byte order mark. */
final class UnicodeBlanks {
    private UnicodeBlanks() {}

    /** How many bytes of UTF-8 the blank has that begins with these three; 0 when they begin none. */
    static int length(int first, int second, int third) {
        return switch (first) {
            case 0xC2 -> second == 0x85 || second == 0xA0 ? 2 : 0;
            case 0xE1 -> second == 0x9A && third == 0x80 || second == 0xA0 && third == 0x8E ? 3 : 0;
            case 0xE2 ->
                second == 0x80 && (third >= 0x80 && third <= 0x8D || third == 0xA8 || third == 0xA9 || third == 0xAF)
                                || second == 0x81 && (third == 0x9F || third == 0xA0)
                        ? 3
                        : 0;
            case 0xE3 -> second == 0x80 && third == 0x80 ? 3 : 0;
            case 0xEF -> second == 0xBB && third == 0xBF ? 3 : 0;
            default -> 0;
        };
    }
}
