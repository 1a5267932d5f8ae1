package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a lambda is true for any element. */
@Builtin("arrayExists")
final class ArrayExists extends ConditionCounts {
    ArrayExists() {
        super("arrayExists", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayExists([x -> condition, ]array, ...)",
                        "Whether a lambda is true for any element.")
                .example("SELECT arrayExists(x -> x = 2, [1, 2])", "1");
    }

    @Override
    int answer(int count, int size) {
        return count > 0 ? 1 : 0;
    }
}
