package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.Splitter;
import java.util.Optional;

/** JSONEachRow: one object per row. */
@Builtin({"JSONEachRow", "JSONLines", "NDJSON", "JSONL"})
final class JsonEachRow implements Format {
    JsonEachRow() {}

    @Override
    public String contentType() {
        return "application/x-ndjson; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonRowsReader(source, wanted, context, JsonCells.VALUES, JsonRowsReader.Place.ROWS);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonRowsWriter(output, header, context, JsonCells.VALUES);
    }

    @Override
    public Optional<Splitter> splitter(FormatContext context) {
        return Optional.of(JsonRowEnds::lastRowEnd);
    }
}
