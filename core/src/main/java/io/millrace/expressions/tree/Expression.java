package io.millrace.expressions.tree;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.Contents;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import java.util.List;

/**
 * A bound and typed expression over the columns of one block. Immutable, with value equality so that equal parts are computed once.
 */
public sealed interface Expression {
    DataType type();

    /** Whether the value is the same wherever and however often it is computed: nothing random in it. */
    default boolean isRepeatable() {
        return switch (this) {
            case Input _, Constant _ -> true;
            case Call call -> call.deterministic && call.arguments.stream().allMatch(Expression::isRepeatable);
            case Lambda lambda ->
                lambda.body.isRepeatable() && lambda.captured.stream().allMatch(Expression::isRepeatable);
            case InSet in -> in.value.isRepeatable();
        };
    }

    /** A column of the block. */
    record Input(int index, String name, DataType type) implements Expression {}

    /** A known value; {@code value} is a plain column of one row. */
    record Constant(DataType type, Column value) implements Expression {
        public ConstColumn column(int rows) {
            return new ConstColumn(value, rows);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Constant constant
                    && type.equals(constant.type)
                    && Contents.equal(value, constant.value);
        }

        @Override
        public int hashCode() {
            return 31 * type.hashCode() + Contents.hash(value);
        }
    }

    /**
     * A function of other expressions.
     *
     * @param function the canonical SQL name, which rules and key analysis look at
     */
    record Call(String function, BoundScalar bound, List<Expression> arguments, boolean deterministic)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public DataType type() {
            return bound.type();
        }

        /** Equal calls compute equal values: same function, same arguments, same type, nothing random in it. */
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Call call
                            && deterministic
                            && call.deterministic
                            && function.equals(call.function)
                            && type().equals(call.type())
                            && arguments.equals(call.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * function.hashCode() + arguments.hashCode();
        }
    }

    /**
     * A lambda: inputs 0 .. parameters-1 of its body are the parameters, the ones behind them the captured expressions.
     *
     * @param captured expressions over the outer block
     */
    record Lambda(List<DataType> parameters, List<Expression> captured, Expression body) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
            captured = List.copyOf(captured);
        }

        @Override
        public DataType type() {
            return body.type();
        }
    }

    /** {@code value IN set}: UInt8 (Nullable if the value is), the set being filled before the block is evaluated. */
    record InSet(Expression value, SetReference set, boolean negated, DataType type) implements Expression {}
}
