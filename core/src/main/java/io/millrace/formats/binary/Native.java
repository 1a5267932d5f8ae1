package io.millrace.formats.binary;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Native: blocks of columns, as ClickHouse exchanges them. */
@Builtin("Native")
final class Native implements Format {
    Native() {}

    @Override
    public String contentType() {
        return "application/octet-stream";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new NativeReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new NativeWriter(output, header, context);
    }
}
