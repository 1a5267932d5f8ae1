package io.millrace.formats;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.base.setting.Settings;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.TypeParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Writing and reading whole results in tests. */
final class FormatRuns {
    static final FormatContext CONTEXT = context(Settings.defaults().with(FormatSettings.WRITE_STATISTICS, false));

    private FormatRuns() {}

    static FormatContext context(Settings settings) {
        return FormatContext.of(FormatSettings.of(settings, TimeZone.utc()));
    }

    static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(FormatRuns.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(resource(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Header header(List<String> types) {
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            fields.add(new Header.Field("c" + i, TypeParser.parse(types.get(i))));
        }
        return new Header(fields);
    }

    static byte[] write(String format, Block block, FormatContext context) {
        ByteSink sink = new ByteSink();
        BlockWriter writer = Formats.of(format).writer(FormatOutput.of(sink), block.header(), context);
        writer.write(block);
        writer.finish(ResultStatistics.NONE);
        return sink.toByteArray();
    }

    /** All rows as one block; empty when there are none. */
    static Optional<Block> read(String format, ByteSource source, Header header, int maxRows) {
        BlockReader reader = Formats.of(format).reader(source, header, CONTEXT);
        ColumnBuilder[] builders = header.newBuilders(16);
        int rows = 0;
        for (Optional<Block> block = reader.read(maxRows, 1 << 20);
                block.isPresent();
                block = reader.read(maxRows, 1 << 20)) {
            for (int i = 0; i < builders.length; i++) {
                Column column = block.get().column(i);
                builders[i].appendRange(column, 0, column.rows());
            }
            rows += block.get().rows();
        }
        return rows == 0 ? Optional.empty() : Optional.of(Block.of(header, builders));
    }

    /** A stream that gives a few bytes at a time. */
    static InputStream dripping(byte[] bytes, Random random, int atMost) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at == bytes.length ? -1 : bytes[at++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                if (at == bytes.length) {
                    return -1;
                }
                int step = Math.min(Math.min(count, 1 + random.nextInt(atMost)), bytes.length - at);
                System.arraycopy(bytes, at, target, offset, step);
                at += step;
                return step;
            }
        };
    }
}
