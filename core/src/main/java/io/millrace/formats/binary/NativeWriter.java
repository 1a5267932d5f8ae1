package io.millrace.formats.binary;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.Serialization;
import io.millrace.data.type.DataType;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;

/** Writes blocks of the Native format, revision 0. */
final class NativeWriter implements BlockWriter {
    private final FormatOutput output;
    private final Header header;
    private final Serialization[] serializations;

    NativeWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        this.header = header;
        serializations = header.types().stream()
                .map(type -> Serialization.of(type, context.states()))
                .toArray(Serialization[]::new);
    }

    @Override
    public void write(Block block) {
        if (block.rows() == 0) {
            return;
        }
        ByteSink out = output.sink();
        out.putVarint(header.width());
        out.putVarint(block.rows());
        for (int i = 0; i < serializations.length; i++) {
            out.putString(header.name(i));
            out.putString(typeText(header.type(i)));
            serializations[i].writePrefix(out);
            serializations[i].writeBulk(block.column(i), 0, block.rows(), out);
            output.drain();
            out = output.sink();
        }
    }

    /** Old revisions know no DateTime with a zone at the top. */
    private static String typeText(DataType type) {
        return type instanceof DataType.DateTimeType ? "DateTime" : type.name();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        output.drain();
    }
}
