package io.millrace.formats.binary;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.serde.Serialization;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;

/** Writes RowBinary, with or without names and types in front. */
final class RowBinaryWriter implements BlockWriter {
    private final FormatOutput output;
    private final Header header;
    private final boolean names;
    private final boolean types;
    private final Serialization[] serializations;
    private boolean started;

    RowBinaryWriter(FormatOutput output, Header header, FormatContext context, boolean names, boolean types) {
        this.output = output;
        this.header = header;
        this.names = names;
        this.types = types;
        serializations = header.types().stream()
                .map(type -> Serialization.of(type, context.states()))
                .toArray(Serialization[]::new);
    }

    private void start() {
        if (started || !names) {
            return;
        }
        started = true;
        ByteSink out = output.sink();
        out.putVarint(header.width());
        header.names().forEach(out::putString);
        if (types) {
            header.types().forEach(type -> out.putString(type.name()));
        }
    }

    @Override
    public void write(Block block) {
        start();
        Column[] columns = block.columns().stream().map(Column::plain).toArray(Column[]::new);
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            for (int i = 0; i < columns.length; i++) {
                serializations[i].writeRow(columns[i], row, out);
            }
            if ((row & 1023) == 1023) {
                output.drain();
            }
        }
        output.drain();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        output.drain();
    }
}
