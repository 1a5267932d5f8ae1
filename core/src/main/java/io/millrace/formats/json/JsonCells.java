package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import java.nio.charset.StandardCharsets;

/** How values and names are written in JSON formats. */
enum JsonCells {
    /** Numbers, texts, arrays and objects. */
    VALUES {
        @Override
        TextWriter writer(DataType type, TextOptions options) {
            return TextWriter.of(type, TextStyle.JSON, options);
        }
    },
    /** Every value as a text. */
    STRINGS {
        @Override
        TextWriter writer(DataType type, TextOptions options) {
            return TextWriter.jsonString(type, options.withNull(NULL));
        }
    };

    private static final byte[] NULL = "\u1D3A\u1D41\u1D38\u1D38".getBytes(StandardCharsets.UTF_8);

    abstract TextWriter writer(DataType type, TextOptions options);

    /** A name or another text as a JSON string. */
    static byte[] quoted(String text, TextOptions options) {
        ByteSink sink = new ByteSink();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        StringEscapes.json(utf8, 0, utf8.length, options, sink);
        return sink.toByteArray();
    }

    static byte[][] names(Header header, TextOptions options) {
        return header.names().stream().map(name -> quoted(name, options)).toArray(byte[][]::new);
    }
}
