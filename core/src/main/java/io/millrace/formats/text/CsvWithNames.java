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

/** CSV: fields between commas, strings in double quotes, behind a line of names. */
@Builtin("CSVWithNames")
final class CsvWithNames implements Format {
    CsvWithNames() {}

    @Override
    public String contentType() {
        return "text/csv; charset=UTF-8; header=present";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new Delimited(source, wanted, context, TextStyle.CSV, Delimited.Head.NAMES);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new DelimitedWriter(output, header, context, TextStyle.CSV, Delimited.Head.NAMES);
    }
}
