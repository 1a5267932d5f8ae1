package io.millrace.benchmarks.kernel;

import io.millrace.base.text.search.Substring;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.StringColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Strings: searching a whole block, picking rows, decompressing. */
final class TextKernels {
    private static final int ROWS = 65_536;

    private final Random random;

    TextKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        StringColumn addresses = addresses();
        return List.of(search(addresses), gather(addresses), decompress(addresses));
    }

    private StringColumn addresses() {
        StringColumn.Builder builder = new StringColumn.Builder(ROWS, ROWS * 80L);
        for (int i = 0; i < ROWS; i++) {
            String host = random.nextInt(200) == 0 ? "google" : "site" + random.nextInt(3_000);
            builder.append(
                    "http://" + host + ".example/section/" + random.nextInt(50) + "/page?number=" + random.nextInt());
        }
        return builder.build();
    }

    private static Kernel search(StringColumn strings) {
        Substring needle = Substring.of("google".getBytes(StandardCharsets.UTF_8));
        long[] bitmap = new long[Bitmaps.words(ROWS)];
        return new Kernel("find a word in addresses", ROWS, 100, () -> {
            needle.matchRows(strings.bytes(), strings.offsets(), ROWS, bitmap);
            return Bitmaps.count(bitmap, ROWS);
        });
    }

    private Kernel gather(StringColumn strings) {
        int[] rows = random.ints(ROWS, 0, ROWS).toArray();
        return new Kernel(
                "pick addresses in any order",
                ROWS,
                300,
                () -> strings.gather(rows, ROWS).offsets()[ROWS]);
    }

    private static Kernel decompress(StringColumn strings) {
        Codec codec = Codecs.LZ4;
        int size = strings.offsets()[ROWS];
        byte[] compressed = new byte[codec.maxCompressedSize(size) + 64];
        int length = codec.compress(strings.bytes(), 0, size, compressed, 0);
        byte[] raw = new byte[size + 64];
        return new Kernel("decompress addresses", ROWS, 200, () -> {
            codec.decompress(compressed, 0, length, raw, 0, size);
            return raw[size / 2];
        });
    }
}
