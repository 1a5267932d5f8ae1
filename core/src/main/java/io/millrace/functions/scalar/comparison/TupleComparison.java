package io.millrace.functions.scalar.comparison;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tuples of one size, element by element with the functions of the elements, so that NULLs count as in ClickHouse: {@code a < b} is
 * {@code a1 < b1 or a1 = b1 and (a2 < b2 or ..)}.
 */
final class TupleComparison {
    private TupleComparison() {}

    static BoundScalar bind(Operator operator, Argument a, Argument b, BindContext context) {
        if (!(a.type() instanceof TupleType x)
                || !(b.type() instanceof TupleType y)
                || x.elements().size() != y.elements().size()) {
            throw Comparisons.illegal(operator, a.type(), b.type());
        }
        if (x.elements().isEmpty()) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "Comparison of zero-sized tuples is not implemented");
        }
        boolean less = operator == Operator.LESS || operator == Operator.LESS_OR_EQUALS;
        Operator strict = less ? Operator.LESS : Operator.GREATER;
        int size = x.elements().size();
        List<BoundScalar> strictly = new ArrayList<>();
        List<BoundScalar> equally = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Argument> pair = List.of(element(a, x, i), element(b, y, i));
            boolean last = i == size - 1;
            equally.add(context.functions()
                    .bindScalar(operator.isEquality() ? operator.function() : "equals", pair, context));
            if (!operator.isEquality()) {
                strictly.add(context.functions().bindScalar((last ? operator : strict).function(), pair, context));
            }
        }
        return operator.isEquality()
                ? folded(equally, operator == Operator.EQUALS ? "and" : "or", context)
                : ordered(strictly, equally, context);
    }

    private static Argument element(Argument argument, TupleType type, int index) {
        DataType element = type.elements().get(index);
        Optional<Column> constant = argument.constant()
                .map(Column::plain)
                .map(c -> ((TupleColumn) c).elements().get(index));
        return new Argument(argument.name(), element, constant, Optional.empty());
    }

    private static BoundScalar folded(List<BoundScalar> parts, String function, BindContext context) {
        BoundScalar result = new OfElements(parts.getFirst(), 0);
        for (int i = 1; i < parts.size(); i++) {
            result = combined(function, result, new OfElements(parts.get(i), i), context);
        }
        return result;
    }

    private static BoundScalar ordered(List<BoundScalar> strictly, List<BoundScalar> equally, BindContext context) {
        int last = strictly.size() - 1;
        BoundScalar result = new OfElements(strictly.get(last), last);
        for (int i = last - 1; i >= 0; i--) {
            BoundScalar rest = combined("and", new OfElements(equally.get(i), i), result, context);
            result = combined("or", new OfElements(strictly.get(i), i), rest, context);
        }
        return result;
    }

    private static BoundScalar combined(String function, BoundScalar a, BoundScalar b, BindContext context) {
        List<Argument> arguments = List.of(
                Argument.value("", Types.withoutLowCardinality(a.type())),
                Argument.value("", Types.withoutLowCardinality(b.type())));
        return new Combined(context.functions().bindScalar(function, arguments, context), a, b);
    }

    /** One comparison of elements. */
    private record OfElements(BoundScalar comparison, int index) implements BoundScalar {
        @Override
        public DataType type() {
            return comparison.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return comparison.evaluate(new Column[] {element(arguments[0]), element(arguments[1])}, rows, context);
        }

        private Column element(Column column) {
            return column instanceof ConstColumn constant
                    ? new ConstColumn(
                            ((TupleColumn) constant.value()).elements().get(index), constant.rows())
                    : ((TupleColumn) column).elements().get(index);
        }
    }

    private record Combined(BoundScalar function, BoundScalar a, BoundScalar b) implements BoundScalar {
        @Override
        public DataType type() {
            return function.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] both = {
                lookedUp(a.evaluate(arguments, rows, context)), lookedUp(b.evaluate(arguments, rows, context))
            };
            return function.evaluate(both, rows, context);
        }

        private static Column lookedUp(Column column) {
            return column instanceof ConstColumn constant
                    ? new ConstColumn(constant.value().plain(), constant.rows())
                    : column.plain();
        }
    }
}
