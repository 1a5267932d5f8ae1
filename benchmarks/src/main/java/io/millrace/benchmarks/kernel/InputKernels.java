package io.millrace.benchmarks.kernel;

import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.compression.codec.Lz4Decoder;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockReader;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.Formats;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** What comes in: decompressing, reading text. */
final class InputKernels {
    private static final int ROWS = 65_536;

    private final Random random;

    InputKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        List<Kernel> kernels = new ArrayList<>(decompress());
        kernels.add(tabSeparated());
        kernels.add(json());
        return kernels;
    }

    private List<Kernel> decompress() {
        StringColumn strings = TextKernels.addresses(random, ROWS, 3_000);
        Codec codec = Codecs.LZ4;
        int size = strings.offsets()[ROWS];
        byte[] compressed = new byte[codec.maxCompressedSize(size) + 64];
        int length = codec.compress(strings.bytes(), 0, size, compressed, 0);
        byte[] raw = new byte[size + 64];
        LZ4SafeDecompressor inJava = LZ4Factory.safeInstance().safeDecompressor();
        Kernel.Run obvious = () -> {
            inJava.decompress(compressed, 0, length, raw, 0, size);
            return raw[size / 2];
        };
        return List.of(
                new Kernel(
                        9,
                        "decompress LZ4 in the native library",
                        ROWS,
                        0.6,
                        () -> {
                            codec.decompress(compressed, 0, length, raw, 0, size);
                            return raw[size / 2];
                        },
                        obvious),
                new Kernel(
                        10,
                        "decompress LZ4 in Java by wide copies",
                        ROWS,
                        0.9,
                        () -> Lz4Decoder.decompress(compressed, 0, length, raw, 0, size, 0),
                        obvious));
    }

    private static final Header HEADER = new Header(List.of(
            new Header.Field("id", Types.UINT64),
            new Header.Field("small", Types.INT16),
            new Header.Field("text", Types.STRING),
            new Header.Field("number", Types.INT64)));

    private Kernel tabSeparated() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            lines.append(random.nextLong() >>> 1)
                    .append('\t')
                    .append(random.nextInt(1000))
                    .append("\tsome text ")
                    .append(random.nextInt())
                    .append('\t')
                    .append(random.nextInt())
                    .append('\n');
        }
        byte[] input = lines.toString().getBytes(StandardCharsets.UTF_8);
        return new Kernel(37, "read TabSeparated", ROWS, 1.3, () -> read("TabSeparated", input), () -> {
            long sum = 0;
            for (String line : new String(input, StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                sum += Long.parseLong(cells[0])
                        + Short.parseShort(cells[1])
                        + cells[2].length()
                        + Long.parseLong(cells[3]);
            }
            return sum;
        });
    }

    /** Keys in the expected order against keys that come in another order in each row. */
    private Kernel json() {
        StringBuilder alike = new StringBuilder();
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            List<String> cells = new ArrayList<>(List.of(
                    "\"id\":" + (random.nextLong() >>> 1),
                    "\"small\":" + random.nextInt(1000),
                    "\"text\":\"some text " + random.nextInt() + '"',
                    "\"number\":" + random.nextInt()));
            alike.append('{').append(String.join(",", cells)).append("}\n");
            Collections.shuffle(cells, random);
            mixed.append('{').append(String.join(",", cells)).append("}\n");
        }
        byte[] ordered = alike.toString().getBytes(StandardCharsets.UTF_8);
        byte[] shuffled = mixed.toString().getBytes(StandardCharsets.UTF_8);
        return new Kernel(
                37,
                "read JSONEachRow with keys in the expected order",
                ROWS,
                1.0,
                () -> read("JSONEachRow", ordered),
                () -> read("JSONEachRow", shuffled));
    }

    private static long read(String format, byte[] input) {
        FormatContext context = FormatContext.of(FormatSettings.of(Settings.defaults(), TimeZone.of("UTC")));
        BlockReader reader = Formats.of(format).reader(ByteSource.of(input), HEADER, context);
        long rows = 0;
        Optional<Block> block = reader.read(ROWS, Long.MAX_VALUE);
        while (block.isPresent()) {
            rows += block.get().rows();
            block = reader.read(ROWS, Long.MAX_VALUE);
        }
        return rows;
    }
}
