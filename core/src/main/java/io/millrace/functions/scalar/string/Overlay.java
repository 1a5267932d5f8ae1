package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The string with the bytes from an offset replaced by another string. */
@Builtin({"overlay", "OVERLAY"})
final class Overlay extends TextFunction {
    Overlay() {
        super("overlay", "ssi?i");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "overlay(s, replacement, offset[, length])",
                        "The string with the bytes from an offset replaced by another string.")
                .example("SELECT overlay('My father is from Mexico.', 'mother', 4, 6)", "My mother is from Mexico.");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        long size = text.length(row);
        long offset = in.number(2).at(row);
        long begin = Math.max(0, Math.min(size, offset > 0 ? offset - 1 : offset == 0 ? 0 : size + offset));
        long length = in.count() > 3 ? in.number(3).at(row) : -1;
        length = length < 0 ? in.text(1).length(row) : length;
        long end = Math.min(size, begin + length);
        out.put(text.bytes(), text.from(row), (int) begin);
        in.text(1).appendTo(row, out);
        out.put(text.bytes(), text.from(row) + (int) end, (int) (size - end));
    }
}
