package io.millrace.functions.scalar.url;

import java.nio.charset.StandardCharsets;

/** Parts of host names. */
final class Hosts {
    private Hosts() {}

    static long withoutWww(byte[] bytes, long host) {
        int begin = (int) (host >>> 32);
        int end = (int) host;
        boolean www = end - begin > 4
                && bytes[begin] == 'w'
                && bytes[begin + 1] == 'w'
                && bytes[begin + 2] == 'w'
                && bytes[begin + 3] == '.';
        return www ? (long) (begin + 4) << 32 | end : host;
    }

    /** Where the label before position {@code end} begins. */
    static int labelBegin(byte[] bytes, int begin, int end) {
        int at = end;
        while (at > begin && bytes[at - 1] != '.') {
            at--;
        }
        return at;
    }

    /**
     * The first significant label: the second from the right, or the third when the second is one of com, org,
     * net, co.
     *
     * @return begin of the label
     */
    static int significant(byte[] bytes, int begin, int end) {
        int last = labelBegin(bytes, begin, end);
        if (last == begin) {
            return begin;
        }
        int second = labelBegin(bytes, begin, last - 1);
        if (second == begin) {
            return second;
        }
        String label = new String(bytes, second, last - 1 - second, StandardCharsets.ISO_8859_1);
        boolean general = label.equals("com") || label.equals("org") || label.equals("net") || label.equals("co");
        return general ? labelBegin(bytes, begin, second - 1) : second;
    }
}
