package io.millrace.formats.text;

/** Finds ends of rows for cutting inputs. */
final class RowEnds {
    private RowEnds() {}

    /** TabSeparated: a line end that no odd number of backslashes precedes. */
    static int tabSeparated(byte[] bytes, int from, int to) {
        for (int end = to - 1; end >= from; end--) {
            if (bytes[end] == '\n') {
                int slashes = end - 1;
                while (slashes >= from && bytes[slashes] == '\\') {
                    slashes--;
                }
                if ((end - 1 - slashes & 1) == 0) {
                    return end + 1;
                }
            }
        }
        return from;
    }

    /** CSV: a line end outside of double quotes; quotes must be counted from the beginning. */
    static int csv(byte[] bytes, int from, int to) {
        int end = from;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (b == '\n' && !quoted) {
                end = i + 1;
            }
        }
        return end;
    }
}
