package io.millrace.base.text.search;

/** A guess how common a byte is in stored text and URLs; the search loops test the rarest two bytes of a needle first. */
final class ByteRarity {
    private static final String COMMON_FIRST =
            " etaoinsrhlcdu/pm.gwfby=v-&k0123456789%:?_xjqzETAOINSRHLCDUPMGWFBYVKXJQZ,;\"'()";

    private ByteRarity() {}

    /** Two different places in the needle (the same one twice if it is one byte long), the smaller first. */
    static int[] rarestPair(byte[] needle) {
        int first = 0;
        for (int i = 1; i < needle.length; i++) {
            first = rank(needle[i]) > rank(needle[first]) ? i : first;
        }
        if (needle.length == 1) {
            return new int[] {0, 0};
        }
        int second = first == 0 ? 1 : 0;
        for (int i = 0; i < needle.length; i++) {
            if (i != first && score(needle, i, first) > score(needle, second, first)) {
                second = i;
            }
        }
        return new int[] {Math.min(first, second), Math.max(first, second)};
    }

    /** Rare is good, far from the first choice is better than beside it, the same byte again is worth little. */
    private static int score(byte[] needle, int at, int first) {
        int distance = Math.min(Math.abs(at - first), 8);
        return rank(needle[at]) - (needle[at] == needle[first] ? 64 : 0) + distance;
    }

    private static int rank(byte b) {
        if (b < 0) {
            return b < (byte) 0xC0 ? 50 : 10;
        }
        int at = COMMON_FIRST.indexOf(b);
        return at < 0 ? 100 : at;
    }
}
