package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Markdown: a table for web pages; numbers and dates on the right. */
@Builtin({"Markdown", "MD"})
final class Markdown implements Format {
    private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|";

    Markdown() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Writer extends RowsWriter {
        private final boolean escape;
        private final ByteSink cell = new ByteSink();

        Writer(FormatOutput output, Header header, FormatContext context) {
            super(
                    output,
                    header,
                    type -> TextWriter.of(
                            type,
                            context.settings().get(OutputTextSettings.MARKDOWN_ESCAPES)
                                    ? TextStyle.RAW
                                    : TextStyle.ESCAPED,
                            context.text()));
            escape = context.settings().get(OutputTextSettings.MARKDOWN_ESCAPES);
        }

        @Override
        protected void head(ByteSink out) {
            out.putByte('|');
            header.names().forEach(name -> out.putText(" " + name + " |"));
            out.putText("\n|");
            header.types().forEach(type -> out.putText(isOnTheRight(type) ? "-:|" : ":-|"));
            out.putByte('\n');
        }

        private static boolean isOnTheRight(DataType type) {
            DataType bare = Types.bare(type);
            return Types.isNumber(bare) && !(bare instanceof DataType.BoolType)
                    || Types.isDateOrTime(bare)
                    || bare instanceof DataType.IntervalType;
        }

        @Override
        protected void row(int row, ByteSink out) {
            out.putText("| ");
            for (int i = 0; i < writers.length; i++) {
                if (i > 0) {
                    out.putText(" | ");
                }
                if (escape && Types.isStringLike(Types.bare(header.type(i)))) {
                    cell.clear();
                    writers[i].write(row, cell);
                    escaped(out);
                } else {
                    writers[i].write(row, out);
                }
            }
            out.putText(" |\n");
        }

        private void escaped(ByteSink out) {
            byte[] bytes = cell.array();
            for (int i = 0; i < cell.size(); i++) {
                if (bytes[i] > 0 && SPECIAL.indexOf(bytes[i]) >= 0) {
                    out.putByte('\\');
                }
                out.putByte(bytes[i]);
            }
        }
    }
}
