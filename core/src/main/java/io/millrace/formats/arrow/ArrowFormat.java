package io.millrace.formats.arrow;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Arrow: a file of record batches with a footer. */
@Builtin("Arrow")
final class ArrowFormat implements Format {
    ArrowFormat() {}

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new ArrowReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new ArrowWriter(output, header, context, true);
    }
}
