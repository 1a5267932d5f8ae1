package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** LineAsStringWithNamesAndTypes: lines as they are; written as TabSeparatedRaw. */
@Builtin("LineAsStringWithNamesAndTypes")
final class LineAsStringWithNamesAndTypes implements Format {
    LineAsStringWithNamesAndTypes() {}

    @Override
    public String contentType() {
        return "text/tab-separated-values; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new DelimitedWriter(output, header, context, TextStyle.RAW, Delimited.Head.NAMES_AND_TYPES);
    }
}
