package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The first letter of each word in upper case, the other letters in lower case. */
@Builtin("initcapUTF8")
final class InitcapUtf8 extends TextFunction {
    InitcapUtf8() {
        super("initcapUTF8", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "initcapUTF8(s)",
                        "The first letter of each word in upper case, the other letters in lower case.")
                .example("SELECT initcapUTF8('élan vital')", "Élan Vital");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        boolean[] inWord = new boolean[1];
        in.text(0).text(row).codePoints().forEach(point -> {
            CodePoints.append(inWord[0] ? Character.toLowerCase(point) : Character.toUpperCase(point), out);
            inWord[0] = Character.isLetterOrDigit(point);
        });
    }
}
