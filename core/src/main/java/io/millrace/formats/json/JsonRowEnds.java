package io.millrace.formats.json;

/** Finds the ends of JSON objects that stand one per line, for cutting inputs. */
final class JsonRowEnds {
    private JsonRowEnds() {}

    /** Behind the last line end outside of all brackets and strings. */
    static int lastRowEnd(byte[] bytes, int from, int to) {
        int end = from;
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
                continue;
            }
            switch (b) {
                case '"' -> quoted = true;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '\n' -> end = depth == 0 ? i + 1 : end;
                default -> {}
            }
        }
        return end;
    }
}
