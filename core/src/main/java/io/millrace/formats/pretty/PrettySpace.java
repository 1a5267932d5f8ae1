package io.millrace.formats.pretty;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** PrettySpace: tables for people, columns without lines. All rows make one table, so the MonoBlock variants are the same. */
@Builtin({"PrettySpace", "PrettySpaceMonoBlock", "PrettySpaceNoEscapes", "PrettySpaceNoEscapesMonoBlock"})
final class PrettySpace implements Format {
    PrettySpace() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new PrettyWriter(output, header, context, Grid.SPACE);
    }
}
