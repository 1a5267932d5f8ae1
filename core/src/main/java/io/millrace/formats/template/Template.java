package io.millrace.formats.template;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Template: rows and results as a pattern says. */
@Builtin("Template")
final class Template implements Format {
    Template() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return TemplateReaders.of(source, wanted, context, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return TemplateWriter.of(output, header, context);
    }
}
