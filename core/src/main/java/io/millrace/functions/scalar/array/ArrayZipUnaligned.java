package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Tuples of the elements of arrays; shorter ones are filled with NULL. */
@Builtin("arrayZipUnaligned")
final class ArrayZipUnaligned extends Zipping {
    ArrayZipUnaligned() {
        super("arrayZipUnaligned", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayZipUnaligned(a, b, ...)",
                        "Tuples of the elements of arrays; shorter ones are filled with NULL.")
                .example("SELECT arrayZipUnaligned(['a'], [1, 2])", "[('a',1),(NULL,2)]");
    }
}
