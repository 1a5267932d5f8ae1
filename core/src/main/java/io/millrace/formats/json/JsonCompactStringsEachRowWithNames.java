package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONCompactStringsEachRowWithNames: one list per row, every value as a text, behind a list of names. */
@Builtin("JSONCompactStringsEachRowWithNames")
final class JsonCompactStringsEachRowWithNames implements Format {
    JsonCompactStringsEachRowWithNames() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonListsReader(source, wanted, context, JsonCells.STRINGS, 1, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonListsWriter(output, header, context, JsonCells.STRINGS, 1);
    }
}
