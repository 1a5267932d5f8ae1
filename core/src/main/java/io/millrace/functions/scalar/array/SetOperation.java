package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of arrayIntersect, arrayUnion, arrayExcept and arraySymmetricDifference. */
abstract class SetOperation implements ScalarFunction {
    private final String name;

    SetOperation(String name) {
        this.name = name;
    }

    /** Whether a value that is in {@code in} of {@code all} arrays belongs to the answer. */
    abstract boolean keeps(int in, int all);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, Integer.MAX_VALUE);
        List<DataType> elements = arguments.stream()
                .map(a -> Types.withoutLowCardinality(ArrayTypes.element(name, a)))
                .toList();
        DataType common = Supertype.leastOrThrow(elements);
        return new Bound(
                this,
                Types.array(common),
                elements.stream().map(e -> Coercion.of(e, common, context)).toList());
    }

    /** The operation bound to types. */
    private record Bound(SetOperation function, DataType type, List<Coercion> coercions) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ElementPool pool = new ElementPool();
            ArrayView[] arrays = new ArrayView[arguments.length];
            int[] bases = new int[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                arrays[i] = ArrayView.of(arguments[i]);
                Column elements = arrays[i].elements().plain();
                bases[i] = pool.add(coercions
                        .get(i)
                        .apply(elements, elements.rows(), context)
                        .plain());
            }
            Column all = pool.column();
            ValueIds values = ValueIds.of(all);
            int[] counts = new int[values.count()];
            int[] last = new int[values.count()];
            Positions out = new Positions(rows, all.rows());
            int stamp = 0;
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < arrays.length; i++) {
                    stamp++;
                    for (int e = bases[i] + arrays[i].from(row); e < bases[i] + arrays[i].to(row); e++) {
                        int id = values.ids()[e];
                        counts[id] += last[id] == stamp ? 0 : 1;
                        last[id] = stamp;
                    }
                }
                for (int i = 0; i < arrays.length; i++) {
                    for (int e = bases[i] + arrays[i].from(row); e < bases[i] + arrays[i].to(row); e++) {
                        int id = values.ids()[e];
                        if (counts[id] > 0 && function.keeps(counts[id], arrays.length)) {
                            out.add(e);
                        }
                        counts[id] = 0;
                    }
                }
                out.endRow();
            }
            return out.build(all);
        }
    }
}
