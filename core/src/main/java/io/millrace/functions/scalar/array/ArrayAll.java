package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a lambda is true for all elements. */
@Builtin("arrayAll")
final class ArrayAll extends ConditionCounts {
    ArrayAll() {
        super("arrayAll", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayAll([x -> condition, ]array, ...)", "Whether a lambda is true for all elements.")
                .example("SELECT arrayAll(x -> x > 0, [1, 2])", "1");
    }

    @Override
    int answer(int count, int size) {
        return count == size ? 1 : 0;
    }
}
