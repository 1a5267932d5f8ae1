package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Supertype;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.ArrayView;
import io.millrace.functions.scalar.array.Coercion;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The element of one array at the place where x stands in another, else the default (or x itself). */
@Builtin("transform")
final class Transform implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "transform(x, from, to[, default])",
                        "The element of one array at the place where x stands in another, else the default (or x "
                                + "itself).")
                .example("SELECT transform(2, [1, 2], ['a', 'b'], 'z'), transform(5, [1, 2], [10, 20])", "b\t5");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("transform", arguments, 3, 4);
        for (int i = 1; i < 3; i++) {
            if (!(arguments.get(i).type() instanceof ArrayType)) {
                throw Signature.illegalType("transform", arguments.get(i).type());
            }
            Column _ = arguments.get(i).requireConstant("transform", i == 1 ? "from" : "to");
        }
        DataType value = arguments.get(0).type();
        DataType from = ((ArrayType) arguments.get(1).type()).element();
        DataType to = ((ArrayType) arguments.get(2).type()).element();
        Argument other = arguments.size() > 3 ? arguments.get(3) : arguments.get(0);
        DataType result = Supertype.leastOrThrow(List.of(to, other.type()));
        DataType common = Supertype.leastOrThrow(List.of(from, value));
        return new Bound(
                result,
                Coercion.of(value, common, context),
                Coercion.of(from, common, context),
                Coercion.of(to, result, context),
                Coercion.of(other.type(), result, context),
                ValueOrder.of(common));
    }

    /** The look-up of each row's value. */
    private record Bound(DataType type, Coercion value, Coercion from, Coercion to, Coercion other, ValueOrder order)
            implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayView froms = ArrayView.of(arguments[1]);
            ArrayView tos = ArrayView.of(arguments[2]);
            if (froms.length(0) != tos.length(0)) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Second and third arguments of function transform must be arrays of same size");
            }
            Column known = from.apply(froms.elements(), froms.elements().rows(), context)
                    .plain();
            Column targets =
                    to.apply(tos.elements(), tos.elements().rows(), context).plain();
            Column values =
                    value.apply(Repeated.full(arguments[0]), rows, context).plain();
            Column fallback = other.apply(Repeated.full(arguments[arguments.length > 3 ? 3 : 0]), rows, context)
                    .plain();
            ColumnBuilder out = ColumnBuilder.of(type, rows);
            for (int row = 0; row < rows; row++) {
                int found = -1;
                for (int i = froms.from(0); i < froms.to(0) && found < 0; i++) {
                    found = order.compare(known, i, values, row, 1) == 0 ? tos.from(0) + i - froms.from(0) : -1;
                }
                out.append(found >= 0 ? targets : fallback, found >= 0 ? found : row);
            }
            return out.build();
        }
    }
}
