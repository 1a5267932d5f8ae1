package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** How many elements equal x. */
@Builtin("countEqual")
final class CountEqual extends ElementSearch {
    CountEqual() {
        super("countEqual", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "countEqual(array, x)", "How many elements equal x.")
                .example("SELECT countEqual([1, 2, NULL, NULL], NULL)", "2");
    }

    @Override
    long answer(Equality equality, int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += equality.at(i) ? 1 : 0;
        }
        return count;
    }
}
