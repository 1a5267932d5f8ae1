package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONObjectEachRow: one object with an object per row. */
@Builtin("JSONObjectEachRow")
final class JsonObjectEachRow implements Format {
    JsonObjectEachRow() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonRowsReader(source, wanted, context, JsonCells.VALUES, JsonRowsReader.Place.OBJECT);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonObjectsWriter(output, header, context);
    }
}
