package io.millrace.data.serde;

/** Well-formedness of UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Bytes of the well-formed character at a position; 0 when the bytes there are broken. */
    static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        boolean wrong = second < 0x80
                || second > 0xBF
                || first == 0xE0 && second < 0xA0
                || first == 0xED && second > 0x9F
                || first == 0xF0 && second < 0x90
                || first == 0xF4 && second > 0x8F;
        for (int i = 2; i < length; i++) {
            wrong |= (bytes[at + i] & 0xC0) != 0x80;
        }
        return wrong ? 0 : length;
    }
}
