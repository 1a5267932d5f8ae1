package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Null: output that goes nowhere. */
@Builtin("Null")
final class NullFormat implements Format {
    NullFormat() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Nowhere(output);
    }
}
