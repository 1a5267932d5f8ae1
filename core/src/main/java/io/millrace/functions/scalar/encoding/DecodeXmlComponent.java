package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.string.CodePoints;
import java.nio.charset.StandardCharsets;

/** The text with XML's five entities and character references decoded. */
@Builtin("decodeXMLComponent")
final class DecodeXmlComponent extends TextFunction {
    DecodeXmlComponent() {
        super("decodeXMLComponent", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "decodeXMLComponent(s)",
                        "The text with XML's five entities and character references decoded.")
                .example("SELECT decodeXMLComponent('&lt;a&gt; &#65;')", "<a> A");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        String text = new String(in.text(0).copy(row), StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            int point = end > at && end - at < 12 ? entity(text.substring(at + 1, end)) : -1;
            if (point < 0) {
                out.putByte(text.charAt(at++));
            } else {
                CodePoints.append(point, out);
                at = end + 1;
            }
        }
    }

    private static int entity(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> reference(name);
        };
    }

    private static int reference(String name) {
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        if (!name.startsWith("#")) {
            return -1;
        }
        try {
            int point = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(point) ? point : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
