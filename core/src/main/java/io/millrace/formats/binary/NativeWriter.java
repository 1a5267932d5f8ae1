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

/** Writes blocks of the Native format, in the form that the client's revision knows. */
final class NativeWriter implements BlockWriter {
    /** From here on the type of a DateTime column names its zone. */
    private static final int ZONES = 54_337;

    /** From here on every column says whether its serialization is the usual one. */
    private static final int CUSTOM_SERIALIZATION = 54_454;

    /** Not an overflow block, no bucket. */
    private static final byte[] BLOCK_INFO = {1, 0, 2, -1, -1, -1, -1, 0};

    private final FormatOutput output;
    private final int revision;
    private final Header header;
    private final Serialization[] serializations;

    NativeWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        this.header = header;
        this.revision = context.revision();
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
        if (revision > 0) {
            out.put(BLOCK_INFO, 0, BLOCK_INFO.length);
        }
        out.putVarint(header.width());
        out.putVarint(block.rows());
        for (int i = 0; i < serializations.length; i++) {
            out.putString(header.name(i));
            out.putString(typeText(header.type(i)));
            if (revision >= CUSTOM_SERIALIZATION) {
                out.putByte(0);
            }
            serializations[i].writePrefix(out);
            serializations[i].writeBulk(block.column(i), 0, block.rows(), out);
            output.drain();
            out = output.sink();
        }
    }

    /** Old revisions know no DateTime with a zone at the top. */
    private String typeText(DataType type) {
        return revision < ZONES && type instanceof DataType.DateTimeType ? "DateTime" : type.name();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        output.drain();
    }
}
