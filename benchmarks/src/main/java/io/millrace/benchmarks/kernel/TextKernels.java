package io.millrace.benchmarks.kernel;

import io.millrace.base.io.ByteSink;
import io.millrace.base.text.regex.Regex;
import io.millrace.base.text.regex.Replacement;
import io.millrace.base.text.search.Substring;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.StringColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Strings: searching a whole block, picking rows, hashing, replacing. */
final class TextKernels {
    private static final int ROWS = 65_536;
    private static final String PATTERN = "^https?://(?:www\\.)?([^/]+)/.*$";

    private final StringColumn strings;
    private final String[] texts = new String[ROWS];
    private final Random random;

    TextKernels(long seed) {
        random = new Random(seed);
        strings = addresses(random, ROWS, 3_000);
        for (int i = 0; i < ROWS; i++) {
            texts[i] = strings.text(i);
        }
    }

    /** Addresses of pages, about 70 bytes each. */
    static StringColumn addresses(Random random, int rows, int sites) {
        StringColumn.Builder builder = new StringColumn.Builder(rows, rows * 80L);
        for (int i = 0; i < rows; i++) {
            String host = random.nextInt(200) == 0 ? "google" : "site" + random.nextInt(sites);
            builder.append("http://" + host + ".example/section/" + random.nextInt(50) + "/a/long/path/to/page?number="
                    + random.nextInt(10_000));
        }
        return builder.build();
    }

    List<Kernel> all() {
        return List.of(search(), gather(), hash(), replace());
    }

    private Kernel search() {
        Substring needle = Substring.of("google".getBytes(StandardCharsets.UTF_8));
        long[] bitmap = new long[Bitmaps.words(ROWS)];
        return new Kernel(
                24,
                "find a word in addresses, the block as a whole",
                ROWS,
                0.6,
                () -> {
                    needle.matchRows(strings.bytes(), strings.offsets(), ROWS, bitmap);
                    return Bitmaps.count(bitmap, ROWS);
                },
                () -> {
                    long found = 0;
                    for (int i = 0; i < ROWS; i++) {
                        found += strings.text(i).contains("google") ? 1 : 0;
                    }
                    return found;
                });
    }

    private Kernel gather() {
        int[] rows = random.ints(ROWS, 0, ROWS).toArray();
        return new Kernel(
                3,
                "pick strings of one array, not of one object each",
                ROWS,
                1.6,
                () -> strings.gather(rows, ROWS).offsets()[ROWS],
                () -> {
                    byte[][] picked = new byte[ROWS][];
                    for (int i = 0; i < ROWS; i++) {
                        picked[i] = strings.copyOf(rows[i]);
                    }
                    return picked[ROWS / 2].length;
                });
    }

    private Kernel hash() {
        KeyBatch batch = new KeyBatch();
        batch.bytes = strings;
        batch.rows = ROWS;
        batch.hashes = new long[ROWS];
        return new Kernel(
                4,
                "hash strings by words",
                ROWS,
                0.4,
                () -> {
                    KeyEncoder.hashBytes(batch);
                    return batch.hashes[ROWS / 2];
                },
                () -> {
                    byte[] bytes = strings.bytes();
                    long sum = 0;
                    for (int i = 0; i < ROWS; i++) {
                        long hash = 0;
                        for (int at = strings.offsets()[i]; at < strings.offsets()[i + 1]; at++) {
                            hash = hash * 31 + bytes[at];
                        }
                        sum += hash;
                    }
                    return sum;
                });
    }

    private Kernel replace() {
        Regex regex = Regex.compile(PATTERN);
        Replacement replacement = Replacement.compile("\\1", regex);
        int[] offsets = new int[ROWS + 1];
        Pattern theirs = Pattern.compile(PATTERN);
        return new Kernel(
                36,
                "replace addresses by their hosts",
                ROWS,
                0.5,
                () -> {
                    ByteSink sink = new ByteSink(ROWS * 24);
                    replacement.replaceRows(
                            regex.matcher(), strings.bytes(), strings.offsets(), 0, ROWS, true, sink, offsets);
                    return sink.size();
                },
                () -> {
                    long size = 0;
                    for (String text : texts) {
                        size += theirs.matcher(text).replaceAll("$1").length();
                    }
                    return size;
                });
    }
}
