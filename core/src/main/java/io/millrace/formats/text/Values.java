package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Values: rows as in INSERT ... VALUES. */
@Builtin("Values")
final class Values implements Format {
    Values() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new ValuesReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new ValuesWriter(output, header, context);
    }
}
