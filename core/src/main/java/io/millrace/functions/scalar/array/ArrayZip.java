package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Tuples of the elements of arrays of equal sizes. */
@Builtin("arrayZip")
final class ArrayZip extends Zipping {
    ArrayZip() {
        super("arrayZip", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayZip(a, b, ...)", "Tuples of the elements of arrays of equal sizes.")
                .example("SELECT arrayZip(['a', 'b'], [1, 2])", "[('a',1),('b',2)]");
    }
}
