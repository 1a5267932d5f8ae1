package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSON: a document with names, types, rows as objects and statistics. */
@Builtin("JSON")
final class Json implements Format {
    Json() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonRowsReader(source, wanted, context, JsonCells.VALUES, JsonRowsReader.Place.DOCUMENT);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonDocumentWriter(output, header, context, JsonDocumentWriter.Rows.OBJECTS, JsonCells.VALUES);
    }
}
