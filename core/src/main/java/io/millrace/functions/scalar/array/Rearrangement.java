package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.NumberView;
import java.util.ArrayList;
import java.util.List;

/** Base of functions that make arrays of the elements of their array arguments and of single values. */
abstract class Rearrangement implements ScalarFunction {
    private final String name;
    private final String kinds;
    private final int least;

    /**
     * {@code kinds} has a letter per argument: a an array, e an element, i an integer; {@code least} of them are
     * needed.
     */
    Rearrangement(String name, String kinds, int least) {
        this.name = name;
        this.kinds = kinds;
        this.least = least;
    }

    /** The arguments of a block. */
    static final class Input {
        ArrayView array = ArrayView.of(new ArrayColumn(new int[1], new ByteColumn(new byte[0], 0), 0));
        final ArrayView[] arrays;
        final NumberView[] numbers;
        final int[] bases;
        final int[] masks;
        final byte[][] nulls;
        final int count;

        Input(int count) {
            this.count = count;
            arrays = new ArrayView[count];
            numbers = new NumberView[count];
            bases = new int[count];
            masks = new int[count];
            nulls = new byte[count][];
        }

        /** The position of the single value of argument {@code i}. */
        int value(int i, int row) {
            return bases[i] + (row & masks[i]);
        }
    }

    /** Adds the positions of one row's elements. */
    abstract void row(Input in, int row, Positions out);

    /** Whether the elements' types differ from the arrays': the result has their common type. */
    private char kind(int i) {
        return kinds.charAt(Math.min(i, kinds.length() - 1));
    }

    @Override
    public FunctionTraits traits() {
        return kinds.indexOf('e') >= 0 ? FunctionTraits.DEFAULT.ownNulls() : FunctionTraits.DEFAULT;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        boolean open = kinds.endsWith("aa");
        Signature.count(name, arguments, least, open ? Integer.MAX_VALUE : kinds.length());
        List<DataType> elements = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (kind(i)) {
                case 'a' -> elements.add(ArrayTypes.element(name, arguments.get(i)));
                case 'e' -> elements.add(arguments.get(i).type());
                default -> {
                    if (!(Types.withoutNullable(arguments.get(i).type()) instanceof IntegerType)
                            && !arguments.get(i).type().equals(Types.NULL)) {
                        throw Signature.illegalType(name, arguments.get(i).type());
                    }
                }
            }
        }
        DataType common = elements.size() == 1 ? elements.getFirst() : Supertype.leastOrThrow(elements);
        List<Coercion> coercions = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < arguments.size(); i++) {
            coercions.add(Coercion.of(kind(i) == 'i' ? common : elements.get(next++), common, context));
        }
        return new Bound(
                this,
                Types.array(common),
                coercions,
                arguments.stream().map(Argument::type).toList());
    }

    /** The function bound to types. */
    private record Bound(Rearrangement function, ArrayType type, List<Coercion> coercions, List<DataType> types)
            implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Input in = new Input(arguments.length);
            ElementPool pool = new ElementPool();
            boolean several = function.kinds
                                    .chars()
                                    .limit(arguments.length)
                                    .filter(c -> c != 'i')
                                    .count()
                            > 1
                    || function.kinds.endsWith("aa") && arguments.length > 1;
            for (int i = 0; i < arguments.length; i++) {
                switch (function.kind(i)) {
                    case 'a' -> {
                        in.arrays[i] = ArrayView.of(arguments[i]);
                        Column elements = in.arrays[i].elements();
                        Column converted = coercions.get(i).apply(elements, elements.rows(), context);
                        in.bases[i] = pool.add(several ? converted.plain() : converted);
                        in.array = i == 0 || function.kinds.indexOf('a') == i ? in.arrays[i] : in.array;
                    }
                    case 'e' -> {
                        boolean constant = arguments[i] instanceof ConstColumn;
                        Column value = arguments[i] instanceof ConstColumn c ? c.value() : arguments[i];
                        in.masks[i] = constant ? 0 : -1;
                        in.bases[i] = pool.add(coercions
                                .get(i)
                                .apply(value, value.rows(), context)
                                .plain());
                    }
                    default -> number(in, i, arguments[i], types.get(i));
                }
            }
            Positions out = new Positions(rows, in.array.elements().rows(), context);
            for (int row = 0; row < rows; row++) {
                function.row(in, row, out);
                out.endRow();
            }
            Column elements = pool.column();
            ArrayColumn result = out.build(elements);
            return new ArrayColumn(result.offsets(), Encoding.of(type.element(), result.elements()), rows);
        }

        private static void number(Input in, int i, Column column, DataType type) {
            Column plain = column instanceof ConstColumn c && c.value() instanceof NullableColumn ? c.plain() : column;
            if (plain instanceof NullableColumn nullable) {
                in.nulls[i] = nullable.nulls();
                in.numbers[i] = NumberView.of(nullable.values(), Types.withoutNullable(type));
            } else {
                in.numbers[i] = NumberView.of(plain, type);
            }
        }
    }
}
