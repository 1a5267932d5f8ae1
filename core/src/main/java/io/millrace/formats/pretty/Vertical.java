package io.millrace.formats.pretty;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Vertical: each value on a line of its own. */
@Builtin("Vertical")
final class Vertical implements Format {
    Vertical() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new VerticalWriter(output, header, context);
    }
}
