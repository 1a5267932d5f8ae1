package io.millrace.formats.binary;

import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.Serialization;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.util.HexFormat;
import java.util.List;

/** Hash: SipHash128 of all values instead of them, row by row. */
@Builtin("Hash")
final class HashFormat implements Format {
    HashFormat() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Writer implements BlockWriter {
        private static final byte[] END = {0};

        private final FormatOutput output;
        private final Header header;
        private final FormatContext context;
        private final SipHash hash = new SipHash();
        private final ByteSink value = new ByteSink();

        Writer(FormatOutput output, Header header, FormatContext context) {
            this.output = output;
            this.header = header;
            this.context = context;
        }

        @Override
        public void write(Block block) {
            List<Column> columns = block.columns().stream().map(Column::plain).toList();
            for (int row = 0; row < block.rows(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    add(Types.withoutLowCardinality(header.type(i)), columns.get(i), row);
                }
            }
        }

        private void add(DataType type, Column column, int row) {
            switch (column) {
                case NullableColumn nullable -> {
                    hash.update(new byte[] {nullable.nulls()[row]}, 0, 1);
                    if (!nullable.isNull(row)) {
                        add(Types.withoutNullable(type), nullable.values(), row);
                    }
                }
                case StringColumn strings -> {
                    hash.updateLong(strings.length(row) + 1L);
                    hash.update(strings.bytes(), strings.offsets()[row], strings.length(row));
                    hash.update(END, 0, 1);
                }
                case ArrayColumn array -> {
                    hash.updateLong(array.length(row));
                    DataType element = type instanceof DataType.MapType m
                            ? m.asArray().element()
                            : ((DataType.ArrayType) type).element();
                    for (int i = array.offsets()[row]; i < array.offsets()[row + 1]; i++) {
                        add(element, array.elements(), i);
                    }
                }
                case TupleColumn tuple -> {
                    for (int i = 0; i < tuple.elements().size(); i++) {
                        add(
                                ((DataType.TupleType) type).elements().get(i),
                                tuple.elements().get(i),
                                row);
                    }
                }
                default -> {
                    value.clear();
                    Serialization.of(type, context.states()).writeRow(column, row, value);
                    hash.update(value.array(), 0, value.size());
                }
            }
        }

        @Override
        public void finish(ResultStatistics statistics) {
            Hash128 result = new Hash128();
            hash.finish128(result);
            output.sink().putText(HexFormat.of().formatHex(result.toBytes()) + "\n");
            output.drain();
        }
    }
}
