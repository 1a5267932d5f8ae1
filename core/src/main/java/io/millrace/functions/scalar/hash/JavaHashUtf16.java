package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.JavaHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.NumberFunction;
import io.millrace.functions.scalar.row.RowArguments;

/** Java's String.hashCode of a text in UTF-16LE. */
@Builtin("javaHashUTF16LE")
final class JavaHashUtf16 extends NumberFunction {
    JavaHashUtf16() {
        super("javaHashUTF16LE", "s", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "javaHashUTF16LE(s)", "Java's String.hashCode of a text in UTF-16LE.")
                .example("SELECT javaHashUTF16LE('ab')", "25185");
    }

    @Override
    protected long row(RowArguments in, int row) {
        return JavaHash.utf16(
                in.text(0).bytes(), in.text(0).from(row), in.text(0).length(row));
    }
}
