package io.millrace.formats.binary;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** RowBinary: values one after the other, behind names. */
@Builtin("RowBinaryWithNames")
final class RowBinaryWithNames implements Format {
    RowBinaryWithNames() {}

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new RowBinaryReader(source, wanted, context, true, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new RowBinaryWriter(output, header, context, true, false);
    }
}
