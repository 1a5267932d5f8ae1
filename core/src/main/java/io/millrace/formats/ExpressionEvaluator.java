package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;

/** Evaluates constant SQL expressions inside of Values; supplied by the engine. */
@FunctionalInterface
public interface ExpressionEvaluator {
    /** For places without an engine: every expression is a syntax error. */
    ExpressionEvaluator NONE = (bytes, from, to, type) -> {
        throw new DbException(ErrorCode.SYNTAX_ERROR, "Cannot parse expression of type " + type.name() + " here");
    };

    /** A column of one row of the wanted type, and the position behind the expression. */
    record Value(Column column, int end) {}

    /**
     * Evaluates the expression that begins at {@code from}.
     *
     * @throws DbException ATTEMPT_TO_READ_AFTER_EOF when the expression may go on behind {@code to}
     */
    Value evaluate(byte[] bytes, int from, int to, DataType type);
}
