package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONEachRowWithProgress: one object per row, and lines that tell what was read. */
@Builtin("JSONEachRowWithProgress")
final class JsonEachRowWithProgress implements Format {
    JsonEachRowWithProgress() {}

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonProgressWriter(output, header, context, JsonCells.VALUES, false);
    }
}
