package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.FloatText;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;

/** XML: one document with names, types, rows and statistics. */
@Builtin("XML")
final class Xml implements Format {
    Xml() {}

    @Override
    public String contentType() {
        return "application/xml; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        return new Writer(output, header, context);
    }

    private static final class Writer extends RowsWriter {
        private final TextOptions text;
        private final boolean statisticsWanted;
        private final String[] tags;
        private boolean dataEnded;

        Writer(FormatOutput output, Header header, FormatContext context) {
            super(
                    output,
                    header,
                    type -> TextWriter.of(type, TextStyle.XML, context.text().withValidUtf8()));
            text = context.text().withValidUtf8();
            statisticsWanted = context.settings().get(FormatSettings.WRITE_STATISTICS);
            tags = header.names().stream().map(Writer::tag).toArray(String[]::new);
        }

        /** Names that XML does not allow are all called field. */
        private static String tag(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
                if (!letter && (i == 0 || c < '0' || c > '9')) {
                    return "field";
                }
            }
            return name.isEmpty() ? "field" : name;
        }

        private void element(String tag, String value, ByteSink out) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.putText("\t\t\t\t<" + tag + ">");
            StringEscapes.xml(bytes, 0, bytes.length, text, out);
            out.putText("</" + tag + ">\n");
        }

        @Override
        protected void head(ByteSink out) {
            out.putText("<?xml version='1.0' encoding='UTF-8' ?>\n<result>\n\t<meta>\n\t\t<columns>\n");
            for (Header.Field field : header.fields()) {
                out.putText("\t\t\t<column>\n");
                element("name", field.name(), out);
                element("type", field.type().name(), out);
                out.putText("\t\t\t</column>\n");
            }
            out.putText("\t\t</columns>\n\t</meta>\n\t<data>\n");
        }

        @Override
        protected void row(int row, ByteSink out) {
            section("\t\t", "row", row, out);
        }

        private void section(String indent, String name, int row, ByteSink out) {
            out.putText(indent + "<" + name + ">\n");
            for (int i = 0; i < writers.length; i++) {
                out.putText(indent + "\t<" + tags[i] + ">");
                writers[i].write(row, out);
                out.putText("</" + tags[i] + ">\n");
            }
            out.putText(indent + "</" + name + ">\n");
        }

        private void endData() {
            start();
            if (!dataEnded) {
                dataEnded = true;
                output.sink().putText("\t</data>\n");
            }
        }

        @Override
        public void writeTotals(Block totals) {
            endData();
            bind(totals);
            section("\t", "totals", 0, output.sink());
        }

        @Override
        public void writeExtremes(Block extremes) {
            endData();
            bind(extremes);
            ByteSink out = output.sink();
            out.putText("\t<extremes>\n");
            for (int row = 0; row < extremes.rows(); row++) {
                section("\t\t", row == 0 ? "min" : "max", row, out);
            }
            out.putText("\t</extremes>\n");
        }

        @Override
        protected void foot(ResultStatistics statistics, ByteSink out) {
            endData();
            out.putText("\t<rows>" + rows + "</rows>\n");
            statistics
                    .rowsBeforeLimit()
                    .ifPresent(count ->
                            out.putText("\t<rows_before_limit_at_least>" + count + "</rows_before_limit_at_least>\n"));
            if (statisticsWanted) {
                out.putText("\t<statistics>\n\t\t<elapsed>");
                new FloatText().write(statistics.elapsedSeconds(), out);
                out.putText("</elapsed>\n\t\t<rows_read>" + statistics.rowsRead() + "</rows_read>\n\t\t<bytes_read>"
                        + statistics.bytesRead() + "</bytes_read>\n\t</statistics>\n");
            }
            out.putText("</result>\n");
        }
    }
}
