package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.text.RowsWriter;

/** Writes one object with an object per row, named {@code row_1} or after a column. */
final class JsonObjectsWriter extends RowsWriter {
    private final byte[][] keys;
    private final int nameColumn;

    JsonObjectsWriter(FormatOutput output, Header header, FormatContext context) {
        super(output, header, type -> JsonCells.VALUES.writer(type, context.text()));
        keys = JsonCells.names(header, context.text());
        String name = context.settings().get(JsonSettings.OBJECT_NAME);
        nameColumn = name.isEmpty() ? -1 : header.find(name).orElse(-1);
        if (nameColumn >= 0) {
            if (!Types.isStringLike(Types.bare(header.type(nameColumn)))) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Column " + name + " for names of objects must be of type String, not "
                                + header.type(nameColumn).name());
            }
            writers[nameColumn] = TextWriter.jsonString(header.type(nameColumn), context.text());
        }
    }

    @Override
    protected void row(int row, ByteSink out) {
        out.putText(rows == 0 ? "{\n\t" : ",\n\t");
        if (nameColumn >= 0) {
            writers[nameColumn].write(row, out);
        } else {
            out.putText("\"row_" + (rows + 1) + "\"");
        }
        out.putText(": ");
        char before = '{';
        for (int i = 0; i < writers.length; i++) {
            if (i != nameColumn) {
                out.putByte(before);
                out.put(keys[i]);
                out.putByte(':');
                writers[i].write(row, out);
                before = ',';
            }
        }
        out.putText(before == '{' ? "{}" : "}");
    }

    @Override
    protected void foot(ResultStatistics statistics, ByteSink out) {
        out.putText(rows == 0 ? "{\n\n}\n" : "\n}\n");
    }
}
