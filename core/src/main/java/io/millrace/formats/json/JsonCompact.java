package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONCompact: as JSON, with rows as lists. */
@Builtin("JSONCompact")
final class JsonCompact implements Format {
    JsonCompact() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonListsReader(source, wanted, context, JsonCells.VALUES, 0, true);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonDocumentWriter(output, header, context, JsonDocumentWriter.Rows.LISTS, JsonCells.VALUES);
    }
}
