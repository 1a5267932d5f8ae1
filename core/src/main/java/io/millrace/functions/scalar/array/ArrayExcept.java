package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The elements of the first array that the second does not have. */
@Builtin("arrayExcept")
final class ArrayExcept extends Rearrangement {
    ArrayExcept() {
        super("arrayExcept", "ab", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayExcept(a, b)", "The elements of the first array that the second does not have.")
                .example("SELECT arrayExcept([1, 2, 3, 2], [2])", "[1,3]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        throw DbException.bug("arrayExcept binds itself");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayExcept", arguments, 2);
        DataType a = Types.withoutLowCardinality(ArrayTypes.element("arrayExcept", arguments.get(0)));
        DataType b = Types.withoutLowCardinality(ArrayTypes.element("arrayExcept", arguments.get(1)));
        DataType common = Supertype.leastOrThrow(List.of(a, b));
        return new Bound(arguments.get(0).type(), Coercion.of(a, common, context), Coercion.of(b, common, context));
    }

    /** The difference bound to types. */
    private record Bound(DataType type, Coercion left, Coercion right) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView a = ArrayView.of(arguments[0]);
            ArrayView b = ArrayView.of(arguments[1]);
            ElementPool pool = new ElementPool();
            pool.add(left.apply(a.elements().plain(), a.elements().rows(), context)
                    .plain());
            int base = pool.add(right.apply(b.elements().plain(), b.elements().rows(), context)
                    .plain());
            ValueIds values = ValueIds.of(pool.column());
            int[] stamps = new int[values.count()];
            Positions out = new Positions(rows, a.elements().rows());
            for (int row = 0; row < rows; row++) {
                for (int i = base + b.from(row); i < base + b.to(row); i++) {
                    stamps[values.ids()[i]] = row + 1;
                }
                for (int i = a.from(row); i < a.to(row); i++) {
                    if (stamps[values.ids()[i]] != row + 1) {
                        out.add(i);
                    }
                }
                out.endRow();
            }
            return out.build(a.elements());
        }
    }
}
