package io.millrace.functions.scalar.url;

/** The walk over the parameters of a URL's query and fragment. Not thread-safe. */
final class QueryParameters {
    private final byte[] bytes;
    private final int to;
    private int at;
    private int nameEnd;
    private int begin;
    private int end;

    QueryParameters(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        this.at = UrlParts.find(bytes, from, to, "?#") + 1;
    }

    /** Goes to the next parameter with an equals sign. */
    boolean next() {
        while (at < to) {
            begin = at;
            end = UrlParts.find(bytes, at, to, "&#?");
            at = end + 1;
            nameEnd = UrlParts.find(bytes, begin, end, "=");
            if (nameEnd < end) {
                return true;
            }
        }
        return false;
    }

    int begin() {
        return begin;
    }

    int nameEnd() {
        return nameEnd;
    }

    int end() {
        return end;
    }
}
