package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** JSONCompactEachRowWithNamesAndTypes: one list per row, behind lists of names and types. */
@Builtin("JSONCompactEachRowWithNamesAndTypes")
final class JsonCompactEachRowWithNamesAndTypes implements Format {
    JsonCompactEachRowWithNamesAndTypes() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return new JsonListsReader(source, wanted, context, JsonCells.VALUES, 2, false);
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new JsonListsWriter(output, header, context, JsonCells.VALUES, 2);
    }
}
