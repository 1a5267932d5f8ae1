package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.EvaluationContext;
import java.util.List;

/**
 * The elements of two array columns as numbers that are equal exactly where the elements are, whichever of the two they come from.
 *
 * @param ids of the first array's elements, then of the second's
 * @param base where the second's begin
 */
record CommonIds(ArrayView first, ArrayView second, int[] ids, int base) {
    /** How the elements of two arrays become values of one type; fails if there is none. */
    static List<Coercion> coercions(String function, List<Argument> arguments, BindContext context) {
        List<DataType> types = arguments.stream()
                .map(a -> Types.withoutLowCardinality(ArrayTypes.element(function, a)))
                .toList();
        DataType common = Supertype.leastOrThrow(types);
        return types.stream().map(t -> Coercion.of(t, common, context)).toList();
    }

    static CommonIds of(Column[] arguments, List<Coercion> coercions, EvaluationContext context) {
        ArrayView first = ArrayView.of(arguments[0]);
        ArrayView second = ArrayView.of(arguments[1]);
        ElementPool pool = new ElementPool();
        pool.add(elements(first, coercions.get(0), context));
        int base = pool.add(elements(second, coercions.get(1), context));
        return new CommonIds(first, second, ValueIds.of(pool.column()).ids(), base);
    }

    private static Column elements(ArrayView array, Coercion coercion, EvaluationContext context) {
        return coercion.apply(array.elements().plain(), array.elements().rows(), context)
                .plain();
    }
}
