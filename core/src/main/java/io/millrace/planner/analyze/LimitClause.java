package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Query;

/**
 * LIMIT and OFFSET of a SELECT; negative ones count from the end.
 *
 * @param limit Long.MAX_VALUE for none
 */
record LimitClause(long limit, long offset, boolean withTies) {
    static LimitClause of(Query.Select select, ExpressionBinder binder) {
        long limit = select.limit().limit().map(l -> signed(l, binder)).orElse(Long.MAX_VALUE);
        long offset = select.limit().offset().map(o -> signed(o, binder)).orElse(0L);
        LimitClause clause = new LimitClause(limit, offset, select.limit().withTies());
        if (clause.withTies && clause.countsFromEnd()) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED, "WITH TIES is not supported with a negative LIMIT or OFFSET");
        }
        return clause;
    }

    /** A limit that must be known before the query runs. */
    static long constant(Expr expr, ExpressionBinder binder) {
        long value = signed(expr, binder);
        if (value < 0) {
            throw new DbException(
                    ErrorCode.INVALID_LIMIT_EXPRESSION, "LIMIT and OFFSET of LIMIT BY must not be negative");
        }
        return value;
    }

    private static long signed(Expr expr, ExpressionBinder binder) {
        if (expr instanceof Expr.QueryParameter parameter
                && ParameterTypes.isOpen(parameter, binder.analyzer().context().positional())) {
            binder.analyzer().context().positional().decide(parameter.name(), Types.INT64);
        }
        Expression bound = binder.bind(expr);
        if (bound.type().equals(Types.UINT64)
                && bound instanceof Expression.Constant big
                && big.value() instanceof LongColumn value
                && value.values()[0] < 0) {
            return Long.MAX_VALUE;
        }
        boolean whole = Types.bare(bound.type()) instanceof DataType.IntegerType;
        if (whole
                && bound instanceof Expression.Constant
                && binder.calls().cast(bound, Types.INT64) instanceof Expression.Constant constant
                && constant.value() instanceof LongColumn value) {
            return value.values()[0];
        }
        throw new DbException(
                ErrorCode.INVALID_LIMIT_EXPRESSION, "LIMIT and OFFSET must be constants that are whole numbers");
    }

    boolean isPresent() {
        return limit != Long.MAX_VALUE || offset != 0;
    }

    boolean countsFromEnd() {
        return limit < 0 || offset < 0;
    }

    /** Whether only so many first rows of the order matter. */
    boolean isBounded() {
        return limit != Long.MAX_VALUE && !countsFromEnd();
    }

    /** How many first rows of the order matter. */
    long rowsNeeded() {
        return limit > Long.MAX_VALUE - offset ? Long.MAX_VALUE : limit + offset;
    }
}
