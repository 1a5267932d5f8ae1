package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Levenshtein's distance of two strings in code points. */
@Builtin({"editDistanceUTF8", "levenshteinDistanceUTF8"})
final class EditDistanceUtf8 extends NumberFunction {
    EditDistanceUtf8() {
        super("editDistanceUTF8", "ss", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String", "editDistanceUTF8(a, b)", "Levenshtein's distance of two strings in code points.")
                .example("SELECT editDistanceUTF8('我是谁', '我是我')", "1");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return EditDistances.between(
                in.text(0).text(row).codePoints().toArray(),
                in.text(1).text(row).codePoints().toArray());
    }
}
