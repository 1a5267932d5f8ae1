package io.millrace.benchmarks.kernel;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.Formats;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.Splitter;
import io.millrace.mergetree.stream.DefaultValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Loading: cutting an input into rows, reading numbers and strings, counting defaults. */
final class LoadKernels {
    private static final int ROWS = 65_536;
    /** Times a block is done in a run: one is over before its loops are compiled. */
    private static final int BLOCKS = 16;

    private static final FormatContext CONTEXT =
            FormatContext.of(FormatSettings.of(Settings.defaults(), TimeZone.utc()));

    private final Random random;

    LoadKernels(long seed) {
        random = new Random(seed);
    }

    List<Kernel> all() {
        Column numbers = numbers();
        Column strings = strings();
        return List.of(
                ends(numbers, strings),
                reading("read whole numbers of TSV", "TSV", Types.INT64, numbers, 0.9, LoadKernels::lines),
                reading("read whole numbers of JSON", "JSONEachRow", Types.INT64, numbers, 0.9, LoadKernels::members),
                reading("read strings of Native, most of them empty", "Native", Types.STRING, strings, 2, bytes -> {
                    StringColumn column = (StringColumn) strings;
                    byte[][] objects = new byte[ROWS][];
                    for (int i = 0; i < ROWS; i++) {
                        objects[i] = column.copyOf(i);
                    }
                    return objects.length;
                }),
                defaults());
    }

    /** The sum of numbers, one in a line. */
    private static long lines(byte[] bytes) {
        long sum = 0;
        for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n")) {
            sum += Long.parseLong(line);
        }
        return sum;
    }

    /** The sum of the numbers behind the only key of each object. */
    private static long members(byte[] bytes) {
        long sum = 0;
        for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n")) {
            String value = line.substring(line.indexOf(':') + 1, line.length() - 1);
            sum += Long.parseLong(value.replace("\"", ""));
        }
        return sum;
    }

    /** The end of the last whole object, byte by byte. */
    private static long lastEnd(byte[] json) {
        boolean quoted = false;
        int depth = 0;
        int end = 0;
        for (int at = 0; at < json.length; at++) {
            byte b = json[at];
            if (quoted) {
                at += b == '\\' ? 1 : 0;
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                end = at + 1;
            }
        }
        return end;
    }

    /** Of all lengths, the short ones being the most. */
    private Column numbers() {
        long[] values = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = random.nextLong() >> random.nextInt(64);
        }
        return new LongColumn(values, ROWS);
    }

    private Column strings() {
        StringColumn.Builder builder = new StringColumn.Builder(ROWS);
        for (int i = 0; i < ROWS; i++) {
            builder.append(random.nextInt(8) == 0 ? "http:/phrase/" + random.nextInt() : "");
        }
        return builder.build();
    }

    private static byte[] written(String format, Header header, List<Column> columns) {
        ByteSink sink = new ByteSink();
        BlockWriter writer = Formats.of(format).writer(FormatOutput.of(sink), header, CONTEXT);
        writer.write(new Block(header, columns, ROWS));
        writer.finish(ResultStatistics.NONE);
        return sink.toByteArray();
    }

    private static Kernel ends(Column numbers, Column strings) {
        Header header =
                new Header(List.of(new Header.Field("number", Types.INT64), new Header.Field("s", Types.STRING)));
        byte[] json = written("JSONEachRow", header, List.of(numbers, strings));
        Splitter splitter = Formats.of("JSONEachRow").splitter(CONTEXT).orElseThrow();
        return repeated(
                37,
                "find the ends of JSON rows",
                0.9,
                () -> splitter.lastRowEnd(json, 0, json.length),
                () -> lastEnd(json));
    }

    private static Kernel reading(
            String name,
            String formatName,
            DataType type,
            Column column,
            double mostRatio,
            ToLongFunction<byte[]> obvious) {
        Header header = new Header(List.of(new Header.Field("c", type)));
        byte[] bytes = written(formatName, header, List.of(column));
        Format format = Formats.of(formatName);
        return repeated(
                37,
                name,
                mostRatio,
                () -> format.reader(ByteSource.of(bytes), header, CONTEXT)
                        .read(ROWS, Long.MAX_VALUE)
                        .orElseThrow()
                        .sizeBytes(),
                () -> obvious.applyAsLong(bytes));
    }

    private Kernel defaults() {
        short[] values = new short[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = (short) (random.nextInt(4) == 0 ? 0 : i);
        }
        Column column = new ShortColumn(values, ROWS);
        return repeated(
                17,
                "count defaults among numbers of two bytes",
                1.5,
                () -> DefaultValues.count(column, 0, ROWS),
                () -> {
                    int zeros = 0;
                    for (short value : values) {
                        if (value == 0) {
                            zeros++;
                        }
                    }
                    return zeros;
                });
    }

    private static Kernel repeated(int rule, String name, double mostRatio, Kernel.Run ours, Kernel.Run obvious) {
        return new Kernel(rule, name, ROWS * BLOCKS, mostRatio, ours.times(BLOCKS), obvious.times(BLOCKS));
    }
}
