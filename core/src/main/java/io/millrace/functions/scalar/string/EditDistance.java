package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Levenshtein's distance of two strings in bytes. */
@Builtin({"editDistance", "levenshteinDistance"})
final class EditDistance extends NumberFunction {
    EditDistance() {
        super("editDistance", "ss", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "editDistance(a, b)", "Levenshtein's distance of two strings in bytes.")
                .example("SELECT editDistance('clickhouse', 'mouse')", "6");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return EditDistances.between(EditDistances.bytes(in.text(0), row), EditDistances.bytes(in.text(1), row));
    }
}
