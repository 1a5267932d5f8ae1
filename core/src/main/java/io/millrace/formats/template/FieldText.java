package io.millrace.formats.template;

import io.millrace.base.io.ByteSink;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;

/** Texts that are no values of columns, such as names, in the style of fields. */
final class FieldText {
    private FieldText() {}

    static void write(String text, TextStyle style, TextOptions options, ByteSink out) {
        byte[] bytes = RowPattern.utf8(text);
        switch (style) {
            case ESCAPED -> StringEscapes.escaped(bytes, 0, bytes.length, out);
            case QUOTED -> StringEscapes.quoted(bytes, 0, bytes.length, out);
            case CSV -> StringEscapes.csv(bytes, 0, bytes.length, out);
            case JSON -> StringEscapes.json(bytes, 0, bytes.length, options, out);
            case XML -> StringEscapes.xml(bytes, 0, bytes.length, options, out);
            case RAW -> out.put(bytes);
        }
    }
}
