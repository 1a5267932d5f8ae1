package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.IndentedJson;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.text.RowsWriter;

/** PrettyJSONEachRow: one object per row, for people. */
@Builtin({"PrettyJSONEachRow", "PrettyJSONLines", "PrettyNDJSON"})
final class PrettyJsonEachRow implements Format {
    PrettyJsonEachRow() {}

    @Override
    public String contentType() {
        return "application/x-ndjson; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Writer extends RowsWriter {
        private static final String INDENT = "    ";

        private final byte[][] keys;
        private final boolean array;

        Writer(FormatOutput output, Header header, FormatContext context) {
            super(output, header, type -> IndentedJson.of(type, 1, INDENT, context.text()));
            keys = JsonCells.names(header, context.text());
            array = context.settings().get(FormatSettings.JSON_ARRAY_OF_ROWS);
        }

        @Override
        protected void row(int row, ByteSink out) {
            if (array) {
                out.putText(rows == 0 ? "[\n" : ",\n");
            }
            out.putText("{\n");
            for (int i = 0; i < writers.length; i++) {
                out.putText(INDENT);
                out.put(keys[i]);
                out.putText(": ");
                writers[i].write(row, out);
                out.putText(i + 1 < writers.length ? ",\n" : "\n");
            }
            out.putText(array ? "}" : "}\n");
        }

        @Override
        protected void foot(ResultStatistics statistics, ByteSink out) {
            if (array) {
                out.putText(rows == 0 ? "[\n\n]\n" : "\n]\n");
            }
        }
    }
}
