package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The sum of the products of the elements of two tuples. */
@Builtin({"dotProduct", "scalarProduct", "SCALARPRODUCT"})
final class DotProduct extends Reduction {
    DotProduct() {
        super("dotProduct", "multiply");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "dotProduct(a, b)", "The sum of the products of the elements of two tuples.")
                .example("SELECT dotProduct((1, 2), (3, 4))", "11");
    }
}
