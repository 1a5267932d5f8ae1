package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The text with the characters that mean something in XML as entities. */
@Builtin("encodeXMLComponent")
final class EncodeXmlComponent extends TextFunction {
    EncodeXmlComponent() {
        super("encodeXMLComponent", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "encodeXMLComponent(s)",
                        "The text with the characters that mean something in XML as entities.")
                .example("SELECT encodeXMLComponent('<a & b>')", "&lt;a &amp; b&gt;");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        for (int i = text.from(row); i < text.to(row); i++) {
            switch (text.bytes()[i]) {
                case '<' -> out.putText("&lt;");
                case '>' -> out.putText("&gt;");
                case '&' -> out.putText("&amp;");
                case '"' -> out.putText("&quot;");
                case '\'' -> out.putText("&apos;");
                default -> out.putByte(text.bytes()[i]);
            }
        }
    }
}
