package io.millrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where JSON objects end, found by words as found byte by byte. */
class JsonRowEndsTest {
    private static final byte[] ALPHABET =
            "{{}}[]\"\"\"\\\\\n\n:,y_Y aé\u007F\u007B\u005D".getBytes(StandardCharsets.UTF_8);

    @Test
    void wordsFindWhatBytesFind() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        Splitter splitter =
                Formats.of("JSONEachRow").splitter(FormatRuns.CONTEXT).orElseThrow();
        for (int round = 0; round < 20_000; round++) {
            byte[] text = new byte[random.nextInt(120)];
            boolean mostlyPlain = random.nextBoolean();
            for (int i = 0; i < text.length; i++) {
                text[i] = mostlyPlain && random.nextInt(4) > 0 ? (byte) 'a' : ALPHABET[random.nextInt(ALPHABET.length)];
            }
            int from = random.nextInt(text.length + 1);
            int to = from + random.nextInt(text.length - from + 1);
            assertThat(splitter.lastRowEnd(text, from, to))
                    .as(() -> "seed " + seed + ": " + Arrays.toString(Arrays.copyOfRange(text, from, to)))
                    .isEqualTo(byBytes(text, from, to));
        }
    }

    private static int byBytes(byte[] bytes, int from, int to) {
        int end = from;
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (quoted && b == '\\') {
                i++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '{' || b == '[')) {
                depth++;
            } else if (!quoted && (b == '}' || b == ']')) {
                depth--;
            } else if (!quoted && b == '\n' && depth == 0) {
                end = i + 1;
            }
        }
        return end;
    }
}
