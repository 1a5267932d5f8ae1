package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** For how many elements a lambda is true. */
@Builtin("arrayCount")
final class ArrayCount extends ConditionCounts {
    ArrayCount() {
        super("arrayCount", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayCount([x -> condition, ]array, ...)", "For how many elements a lambda is true.")
                .example("SELECT arrayCount(x -> x > 1, [1, 2, 3])", "2");
    }

    @Override
    int answer(int count, int size) {
        return count;
    }
}
