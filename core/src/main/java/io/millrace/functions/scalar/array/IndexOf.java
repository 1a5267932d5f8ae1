package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first element that equals x, from 1; 0 if there is none. */
@Builtin("indexOf")
final class IndexOf extends ElementSearch {
    IndexOf() {
        super("indexOf", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "indexOf(array, x)",
                        "The number of the first element that equals x, from 1; 0 if there is none.")
                .example("SELECT indexOf([1, 3, NULL, NULL], NULL)", "3");
    }

    @Override
    long answer(Equality equality, int from, int to) {
        for (int i = from; i < to; i++) {
            if (equality.at(i)) {
                return i - from + 1L;
            }
        }
        return 0;
    }
}
