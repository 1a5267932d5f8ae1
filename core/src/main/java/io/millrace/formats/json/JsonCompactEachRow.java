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

/** JSONCompactEachRow: one list per row. */
@Builtin("JSONCompactEachRow")
final class JsonCompactEachRow implements Format {
    JsonCompactEachRow() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonListsReader(source, wanted, context, JsonCells.VALUES, 0, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonListsWriter(output, header, context, JsonCells.VALUES, 0);
    }

    @Override
    public Optional<Splitter> splitter(FormatContext context) {
        return Optional.of(JsonRowEnds::lastRowEnd);
    }
}
