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

/** TabSeparated without any escapes, behind a line of names and one of types. */
@Builtin({"TabSeparatedRawWithNamesAndTypes", "TSVRawWithNamesAndTypes", "RawWithNamesAndTypes"})
final class TabSeparatedRawWithNamesAndTypes implements Format {
    TabSeparatedRawWithNamesAndTypes() {}

    @Override
    public String contentType() {
        return "text/tab-separated-values; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new Delimited(source, wanted, context, TextStyle.RAW, Delimited.Head.NAMES_AND_TYPES);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new DelimitedWriter(output, header, context, TextStyle.RAW, Delimited.Head.NAMES_AND_TYPES);
    }
}
