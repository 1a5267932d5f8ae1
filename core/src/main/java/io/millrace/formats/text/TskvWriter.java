package io.millrace.formats.text;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import java.nio.charset.StandardCharsets;

/** Writes {@code a=1\tb=x}. */
final class TskvWriter extends RowsWriter {
    private final byte[][] keys;

    TskvWriter(FormatOutput output, Header header, FormatContext context) {
        super(output, header, type -> TextWriter.of(type, TextStyle.ESCAPED, context.text()));
        keys = new byte[header.width()][];
        for (int i = 0; i < keys.length; i++) {
            ByteSink key = new ByteSink();
            byte[] name = header.name(i).getBytes(StandardCharsets.UTF_8);
            StringEscapes.escaped(name, 0, name.length, key);
            keys[i] = (key.toString().replace("=", "\\=") + "=").getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    protected void row(int row, ByteSink out) {
        for (int i = 0; i < writers.length; i++) {
            if (i > 0) {
                out.putByte('\t');
            }
            out.put(keys[i]);
            writers[i].write(row, out);
        }
        out.putByte('\n');
    }
}
