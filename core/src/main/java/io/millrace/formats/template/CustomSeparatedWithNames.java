package io.millrace.formats.template;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** CustomSeparatedWithNames: rows with delimiters of one's own behind a row of names. */
@Builtin("CustomSeparatedWithNames")
final class CustomSeparatedWithNames implements Format {
    CustomSeparatedWithNames() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return CustomReaders.of(source, wanted, context, 1, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new CustomWriter(output, header, context, 1);
    }
}
