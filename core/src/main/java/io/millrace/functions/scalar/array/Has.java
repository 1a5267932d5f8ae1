package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether an array has an element that equals x. */
@Builtin("has")
final class Has extends ElementSearch {
    Has() {
        super("has", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "has(array, x)", "Whether an array has an element that equals x.")
                .example("SELECT has([1, 2, NULL], 2), has([1], 3)", "1\t0");
    }

    @Override
    long answer(Equality equality, int from, int to) {
        for (int i = from; i < to; i++) {
            if (equality.at(i)) {
                return 1;
            }
        }
        return 0;
    }
}
