package io.millrace.expressions.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import java.util.List;
import java.util.Optional;

/**
 * One argument as a function sees it when it is bound.
 *
 * @param name the column name or expression text, for error texts
 * @param type the value's type; for a lambda the type of its body
 * @param constant the value, as a column of one row, when it is known already
 * @param lambdaParameters types of the parameters when the argument is a lambda, else empty
 */
public record Argument(
        String name, DataType type, Optional<Column> constant, Optional<List<DataType>> lambdaParameters) {
    public static Argument value(String name, DataType type) {
        return new Argument(name, type, Optional.empty(), Optional.empty());
    }

    public static Argument constant(String name, DataType type, Column oneRow) {
        return new Argument(name, type, Optional.of(oneRow), Optional.empty());
    }

    public Argument withType(DataType other, Optional<Column> otherConstant) {
        return new Argument(name, other, otherConstant, lambdaParameters);
    }

    public boolean isLambda() {
        return lambdaParameters.isPresent();
    }

    /** The constant, or ILLEGAL_COLUMN for functions that need to know a value beforehand. */
    public Column requireConstant(String function, String what) {
        return constant.orElseThrow(() -> new DbException(
                ErrorCode.ILLEGAL_COLUMN, "Argument '" + what + "' of function " + function + " must be constant"));
    }
}
