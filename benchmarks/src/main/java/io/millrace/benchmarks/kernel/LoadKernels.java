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
import java.util.List;
import java.util.Random;

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
                reading("read whole numbers of TSV", "TSV", Types.INT64, numbers, 400),
                reading("read whole numbers of JSON", "JSONEachRow", Types.INT64, numbers, 600),
                reading("read strings of Native, most of them empty", "Native", Types.STRING, strings, 60),
                defaults());
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
        return repeated("find the ends of JSON rows", 400, () -> splitter.lastRowEnd(json, 0, json.length));
    }

    private static Kernel reading(String name, String formatName, DataType type, Column column, double mostTimes) {
        Header header = new Header(List.of(new Header.Field("c", type)));
        byte[] bytes = written(formatName, header, List.of(column));
        Format format = Formats.of(formatName);
        return repeated(
                name,
                mostTimes,
                () -> format.reader(ByteSource.of(bytes), header, CONTEXT)
                        .read(ROWS, Long.MAX_VALUE)
                        .orElseThrow()
                        .sizeBytes());
    }

    private Kernel defaults() {
        short[] values = new short[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = (short) (random.nextInt(4) == 0 ? 0 : i);
        }
        Column column = new ShortColumn(values, ROWS);
        return repeated("count defaults among numbers of two bytes", 6, () -> DefaultValues.count(column, 0, ROWS));
    }

    private static Kernel repeated(String name, double mostTimes, Kernel.Run block) {
        return new Kernel(name, ROWS * BLOCKS, mostTimes, () -> {
            long unused = 0;
            for (int i = 0; i < BLOCKS; i++) {
                unused += block.once();
            }
            return unused;
        });
    }
}
