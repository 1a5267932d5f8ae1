package io.millrace.functions.combinator;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import java.util.ArrayList;
import java.util.List;

/** -Array: over the elements of arrays. */
@Builtin("Array")
final class Array implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The element types of arguments that must be arrays. */
    static List<DataType> elements(List<DataType> arguments, String suffix) {
        if (arguments.isEmpty()) {
            throw Checks.count("-" + suffix + " aggregate functions require at least one argument");
        }
        List<DataType> types = new ArrayList<>();
        for (DataType argument : arguments) {
            if (!(argument instanceof ArrayType array)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + argument.name() + " of argument for aggregate function with " + suffix
                                + " suffix. Must be array");
            }
            types.add(array.element());
        }
        return types;
    }

    /** That all arrays of a row have the same length. */
    static void checkLengths(Column[] arguments, int from, int to, String suffix) {
        ArrayColumn first = (ArrayColumn) arguments[0];
        for (int a = 1; a < arguments.length; a++) {
            ArrayColumn other = (ArrayColumn) arguments[a];
            for (int i = from; i < to; i++) {
                if (other.length(i) != first.length(i)) {
                    throw new DbException(
                            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
                            "All arrays passed to -" + suffix + " aggregate function must have equal sizes");
                }
            }
        }
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "Array");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            BoundAggregate inner = nested.bind(parameters, elements(arguments, "Array"));
            return new BoundFunction(
                    inner.type(),
                    BoundFunction.stateType(name(), parameters, arguments),
                    () -> new OverElements(inner.newState()));
        }
    }

    /** Adds elements instead of arrays. */
    private static final class OverElements extends ForwardingState {
        OverElements(GroupedState nested) {
            super(nested);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            checkLengths(arguments, 0, rows, "Array");
            int[] offsets = ((ArrayColumn) arguments[0]).offsets();
            int[] groups = new int[offsets[rows] - offsets[0]];
            for (int i = 0, at = 0; i < rows; i++) {
                int end = offsets[i + 1] - offsets[0];
                while (at < end) {
                    groups[at++] = groupOf[i];
                }
            }
            nested.add(groups, elementColumns(arguments, 0, rows), groups.length);
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            checkLengths(arguments, from, to, "Array");
            Column[] elements = elementColumns(arguments, from, to);
            nested.addRange(group, elements, 0, elements[0].rows());
        }

        private static Column[] elementColumns(Column[] arguments, int from, int to) {
            Column[] elements = new Column[arguments.length];
            for (int a = 0; a < arguments.length; a++) {
                ArrayColumn array = (ArrayColumn) arguments[a];
                elements[a] = array.elements()
                        .slice(array.offsets()[from], array.offsets()[to])
                        .plain();
            }
            return elements;
        }
    }
}
