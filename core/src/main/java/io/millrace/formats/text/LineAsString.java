package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** LineAsString: lines as they are; written as TabSeparatedRaw. */
@Builtin("LineAsString")
final class LineAsString implements Format {
    LineAsString() {}

    @Override
    public String contentType() {
        return "text/tab-separated-values; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new LineReader(source, wanted, context);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new DelimitedWriter(output, header, context, TextStyle.RAW, Delimited.Head.NONE);
    }
}
