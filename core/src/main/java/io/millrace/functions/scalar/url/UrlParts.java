package io.millrace.functions.scalar.url;

/**
 * Where the parts of a URL lie in its bytes, by ClickHouse's rules: nothing is decoded, what does not look like a
 * URL has no parts.
 */
final class UrlParts {
    private UrlParts() {}

    /** The end of the scheme, or -1 if the text does not begin with one. */
    static int schemeEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
            if (!letter && (at == from || !(b >= '0' && b <= '9' || b == '+' || b == '-' || b == '.'))) {
                break;
            }
            at++;
        }
        return at > from && at < to && bytes[at] == ':' ? at : -1;
    }

    /**
     * Behind the two slashes that begin the authority; {@code from} when there are none; -1 when a scheme has
     * none.
     */
    static int authorityBegin(byte[] bytes, int from, int to) {
        int scheme = schemeEnd(bytes, from, to);
        int at = scheme < 0 ? from : scheme + 1;
        if (at + 1 < to && bytes[at] == '/' && bytes[at + 1] == '/') {
            return at + 2;
        }
        return scheme < 0 ? from : -1;
    }

    /**
     * The host as {@code begin << 32 | end}, 0 when there is none; only by RFC 3986 a user's password may stand
     * before it.
     */
    static long host(byte[] bytes, int from, int to, boolean rfc) {
        int begin = authorityBegin(bytes, from, to);
        if (begin < 0) {
            begin = from;
        }
        int at = begin;
        int dot = -1;
        loop:
        for (; at < to; at++) {
            byte b = bytes[at];
            switch (b) {
                case '.' -> dot = at;
                case ':', '/', '?', '#' -> {
                    if (b == ':' && rfc && userInfoFollows(bytes, at, to)) {
                        break;
                    }
                    break loop;
                }
                case '@' -> {
                    begin = at + 1;
                    dot = -1;
                }
                case ' ', '\t', '<', '>', '%', '{', '}', '|', '\\', '^', '~', '[', ']', ';', '=', '&' -> {
                    return 0;
                }
                default -> {}
            }
        }
        if (dot < 0 || at == begin) {
            return 0;
        }
        return (long) begin << 32 | at;
    }

    private static boolean userInfoFollows(byte[] bytes, int colon, int to) {
        for (int i = colon + 1; i < to; i++) {
            byte b = bytes[i];
            if (b == '@') {
                return true;
            }
            if (b == '/' || b == '?' || b == '#') {
                return false;
            }
        }
        return false;
    }

    static int find(byte[] bytes, int from, int to, String any) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > 0 && any.indexOf(bytes[i]) >= 0) {
                return i;
            }
        }
        return to;
    }

    /**
     * Where path, query and fragment begin: the first slash behind the authority, or a question mark or hash sign.
     */
    static int pathBegin(byte[] bytes, int from, int to) {
        int colonSlashes = -1;
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == ':' && bytes[i + 1] == '/' && bytes[i + 2] == '/') {
                colonSlashes = i;
                break;
            }
            if (bytes[i] == '/' || bytes[i] == '?' || bytes[i] == '#') {
                break;
            }
        }
        int at = colonSlashes >= 0 ? colonSlashes + 3 : from;
        if (colonSlashes < 0 && at + 1 < to && bytes[at] == '/' && bytes[at + 1] == '/') {
            at += 2;
        }
        return find(bytes, at, to, "/?#");
    }

    /** Where the query begins (behind the question mark), or -1. */
    static int queryBegin(byte[] bytes, int from, int to) {
        int at = find(bytes, from, to, "?#");
        return at < to && bytes[at] == '?' ? at + 1 : -1;
    }

    static int fragmentMark(byte[] bytes, int from, int to) {
        return find(bytes, from, to, "#");
    }
}
