package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** SQLInsert: statements that insert the rows elsewhere. */
@Builtin("SQLInsert")
final class SqlInsert implements Format {
    SqlInsert() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Writer extends RowsWriter {
        private final byte[] statement;
        private final long batch;

        Writer(FormatOutput output, Header header, FormatContext context) {
            super(output, header, type -> TextWriter.of(type, TextStyle.QUOTED, context.text()));
            batch = Math.max(1, context.settings().get(OutputTextSettings.SQL_INSERT_BATCH));
            boolean quotes = context.settings().get(OutputTextSettings.SQL_INSERT_QUOTES);
            String names = header.names().stream()
                    .map(name -> quotes ? "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`" : name)
                    .collect(Collectors.joining(", ", " (", ")"));
            statement = ((context.settings().get(OutputTextSettings.SQL_INSERT_REPLACE) ? "REPLACE" : "INSERT")
                            + " INTO " + context.settings().get(OutputTextSettings.SQL_INSERT_TABLE)
                            + (context.settings().get(OutputTextSettings.SQL_INSERT_NAMES) ? names : "") + " VALUES ")
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected void row(int row, ByteSink out) {
            if (rows % batch == 0) {
                out.putText(rows == 0 ? "" : ";\n");
                out.put(statement);
            } else {
                out.putText(", ");
            }
            out.putByte('(');
            for (int i = 0; i < writers.length; i++) {
                if (i > 0) {
                    out.putText(", ");
                }
                writers[i].write(row, out);
            }
            out.putByte(')');
        }

        @Override
        protected void foot(ResultStatistics statistics, ByteSink out) {
            out.putText(";\n");
        }
    }
}
