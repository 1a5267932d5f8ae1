package io.millrace.formats.pretty;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** PrettyCompact: tables for people, a grid with names in its top line. All rows make one table, so the MonoBlock variants are the same. */
@Builtin({"PrettyCompact", "PrettyCompactMonoBlock", "PrettyCompactNoEscapes", "PrettyCompactNoEscapesMonoBlock"})
final class PrettyCompact implements Format {
    PrettyCompact() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new PrettyWriter(output, header, context, Grid.COMPACT);
    }
}
