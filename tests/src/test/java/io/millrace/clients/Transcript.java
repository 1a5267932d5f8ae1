package io.millrace.clients;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Recorded answers in which words in angle brackets stand for what differs each time. Stateless. */
final class Transcript {
    private static final Map<String, String> PLACES = new LinkedHashMap<>(Map.of(
            "<date>", "\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT",
            "<n>", "\\d+",
            "<id>", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "<tag>", "[a-z]{16}",
            "<word>", "[^ \\r\\n)]+",
            "<text>", "[^\\r\\n]*",
            "<rest>", "(?s:.*)"));

    private Transcript() {}

    /** The bytes that a text of a transcript stands for. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : text.split("\n", -1)) {
            boolean cut = line.endsWith("\\c");
            String kept = cut ? line.substring(0, line.length() - 2) : line;
            for (int i = 0; i < kept.length(); i++) {
                if (kept.charAt(i) != '\\') {
                    bytes.writeBytes(String.valueOf(kept.charAt(i)).getBytes(StandardCharsets.UTF_8));
                } else if (kept.charAt(++i) == 'x') {
                    bytes.write(Integer.parseInt(kept.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    bytes.write(kept.charAt(i) == 'r' ? '\r' : kept.charAt(i));
                }
            }
            if (!cut) {
                bytes.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    /** Bytes as transcripts show them; what is not UTF-8 is shown byte by byte. */
    static String written(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean utf8 = text.indexOf('\uFFFD') < 0;
        String shown = utf8 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '\n', '\t' -> out.append(c);
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || c == 127 || !utf8 && c > 126) {
                        out.append("\\x").append(String.format(Locale.ROOT, "%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.length() > 0 && out.charAt(out.length() - 1) == '\n'
                ? out.substring(0, out.length() - 1)
                : out + "\\c";
    }

    /** A pattern for the whole answer. */
    static Pattern pattern(String recorded) {
        String quoted = Pattern.quote(recorded);
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            quoted = quoted.replace(place.getKey(), "\\E" + place.getValue() + "\\Q");
        }
        return Pattern.compile(quoted);
    }
}
