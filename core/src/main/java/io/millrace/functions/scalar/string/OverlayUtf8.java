package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** As overlay, by code points. */
@Builtin("overlayUTF8")
final class OverlayUtf8 extends TextFunction {
    OverlayUtf8() {
        super("overlayUTF8", "ssi?i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "overlayUTF8(s, replacement, offset[, length])",
                        "As overlay, by code points.")
                .example("SELECT overlayUTF8('Mein Vater', 'e Mütter', 5, 6)", "Meine Mütter");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        byte[] bytes = text.bytes();
        int from = text.from(row);
        int to = text.to(row);
        long size = CodePoints.count(bytes, from, to);
        long offset = in.number(2).at(row);
        long begin = Math.max(0, Math.min(size, offset > 0 ? offset - 1 : offset == 0 ? 0 : size + offset));
        long length = in.count() > 3 ? in.number(3).at(row) : -1;
        TextView other = in.text(1);
        length = length < 0 ? CodePoints.count(other.bytes(), other.from(row), other.to(row)) : length;
        int cut = CodePoints.forward(bytes, from, to, begin);
        int resume = CodePoints.forward(bytes, cut, to, length);
        out.put(bytes, from, cut - from);
        other.appendTo(row, out);
        out.put(bytes, resume, to - resume);
    }
}
