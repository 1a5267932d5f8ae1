package io.millrace.formats.binary;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import java.util.Optional;

/** RowBinaryWithDefaults: RowBinary with a byte in front of each value, 1 for the column's default and no value. */
@Builtin("RowBinaryWithDefaults")
final class RowBinaryWithDefaults implements Format {
    RowBinaryWithDefaults() {}

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new Reader(source, wanted, context);
    }

    private static final class Reader implements BlockReader {
        private final ByteSource source;
        private final Header header;
        private final FormatContext context;
        private final Serialization[] serializations;
        private DefaultedCells cells = DefaultedCells.NONE;

        Reader(ByteSource source, Header header, FormatContext context) {
            this.source = source;
            this.header = header;
            this.context = context;
            serializations = header.types().stream()
                    .map(type -> Serialization.of(type, context.states()))
                    .toArray(Serialization[]::new);
        }

        @Override
        public DefaultedCells defaulted() {
            return cells;
        }

        @Override
        public Optional<Block> read(int maxRows, long maxBytes) {
            if (source.atEnd()) {
                return Optional.empty();
            }
            ColumnBuilder[] builders = header.newBuilders(Math.min(maxRows, 8192));
            cells = context.trackDefaults() ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
            long end = source.consumed() + maxBytes;
            int rows = 0;
            while (rows < maxRows && source.consumed() < end && !source.atEnd()) {
                for (int i = 0; i < builders.length; i++) {
                    if (source.getByte() == 0) {
                        serializations[i].readRow(source, builders[i]);
                    } else {
                        builders[i].appendDefault();
                        if (context.trackDefaults()) {
                            cells.mark(i, rows);
                        }
                    }
                }
                rows++;
            }
            return Optional.of(Block.of(header, builders));
        }
    }
}
