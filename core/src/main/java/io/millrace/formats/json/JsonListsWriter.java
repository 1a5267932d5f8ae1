package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.type.DataType;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.text.RowsWriter;
import java.util.List;

/** Writes one list per line, perhaps behind lists of names and types. */
final class JsonListsWriter extends RowsWriter {
    private final List<List<String>> heads;
    private final TextOptions text;

    /** @param heads 0 for none, 1 for names, 2 for names and types */
    JsonListsWriter(FormatOutput output, Header header, FormatContext context, JsonCells cells, int heads) {
        super(output, header, type -> cells.writer(type, context.text()));
        text = context.text();
        this.heads = List.of(
                        header.names(),
                        header.types().stream().map(DataType::name).toList())
                .subList(0, heads);
    }

    @Override
    protected void head(ByteSink out) {
        for (List<String> texts : heads) {
            for (int i = 0; i < texts.size(); i++) {
                out.putText(i == 0 ? "[" : ", ");
                out.put(JsonCells.quoted(texts.get(i), text));
            }
            out.putText("]\n");
        }
    }

    @Override
    protected void row(int row, ByteSink out) {
        for (int i = 0; i < writers.length; i++) {
            out.putText(i == 0 ? "[" : ", ");
            writers[i].write(row, out);
        }
        out.putText("]\n");
    }
}
