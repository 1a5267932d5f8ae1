package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.text.unicode.Utf8;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;
import java.text.Normalizer;

/** Base of the functions that bring text into a Unicode normal form. */
abstract class Normalization extends TextFunction {
    private final Normalizer.Form form;

    Normalization(String name, Normalizer.Form form) {
        super(name, "s");
        this.form = form;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        if (!Utf8.isValid(text.bytes(), text.from(row), text.to(row))) {
            throw new DbException(
                    ErrorCode.CANNOT_NORMALIZE_STRING, "Normalization failed: the text is not valid UTF-8");
        }
        out.putText(Normalizer.normalize(text.text(row), form));
    }
}
