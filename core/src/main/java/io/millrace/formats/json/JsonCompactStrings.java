package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONCompactStrings: as JSONCompact, with every value as a text. */
@Builtin("JSONCompactStrings")
final class JsonCompactStrings implements Format {
    JsonCompactStrings() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonDocumentWriter(output, header, context, JsonDocumentWriter.Rows.LISTS, JsonCells.STRINGS);
    }
}
