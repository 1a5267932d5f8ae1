package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.util.List;
import java.util.Optional;

/** RawBLOB: the bytes of all values without anything between them; read, the whole input is one value. */
@Builtin("RawBLOB")
final class RawBlob implements Format {
    private static final TextOptions PLAIN = TextOptions.defaults(TimeZone.utc());

    RawBlob() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        LineReader.checkOneText(wanted);
        return new Reader(source, wanted);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Reader implements BlockReader {
        private final ByteSource source;
        private final Header header;
        private boolean done;

        Reader(ByteSource source, Header header) {
            this.source = source;
            this.header = header;
        }

        @Override
        public Optional<Block> read(int maxRows, long maxBytes) {
            if (done) {
                return Optional.empty();
            }
            done = true;
            boolean more = true;
            while (more) {
                more = source.fill();
            }
            ColumnBuilder builder = ColumnBuilder.of(header.type(0), 1);
            TextReader reader = TextReader.of(header.type(0), TextStyle.RAW, PLAIN);
            reader.bind(builder);
            reader.append(source.array(), source.position(), source.limit());
            source.seek(source.limit());
            return Optional.of(new Block(header, List.of(builder.build()), 1));
        }
    }

    private static final class Writer implements BlockWriter {
        private final FormatOutput output;
        private final Header header;
        private final FormatContext context;

        Writer(FormatOutput output, Header header, FormatContext context) {
            this.output = output;
            this.header = header;
            this.context = context;
        }

        @Override
        public void write(Block block) {
            for (int row = 0; row < block.rows(); row++) {
                ByteSink out = output.sink();
                for (int i = 0; i < header.width(); i++) {
                    value(Types.bare(header.type(i)), block.column(i).plain(), row, out);
                }
                output.drain();
            }
        }

        private void value(DataType type, Column column, int row, ByteSink out) {
            if (column instanceof NullableColumn nullable) {
                if (!nullable.isNull(row)) {
                    value(type, nullable.values(), row, out);
                }
                return;
            }
            switch (column) {
                case StringColumn strings -> out.put(strings.bytes(), strings.offsets()[row], strings.length(row));
                case ArrayColumn a -> throw noBytes(type);
                case TupleColumn t -> throw noBytes(type);
                default -> Serialization.of(type, context.states()).writeRow(column, row, out);
            }
        }

        private static DbException noBytes(DataType type) {
            return new DbException(ErrorCode.NOT_IMPLEMENTED, "Method getDataAt is not supported for " + type.name());
        }

        @Override
        public void finish(ResultStatistics statistics) {
            output.drain();
        }
    }
}
