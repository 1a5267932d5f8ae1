package io.millrace.planner.analyze;

import io.millrace.expressions.tree.Expression;
import io.millrace.sql.ast.Expr;
import java.util.Optional;

/** What treats calls that are no scalar functions: in a SELECT aggregates, windows and arrayJoin, everywhere IN and EXISTS. */
interface SpecialCalls {
    /** The expression or stand-in for a call; empty when it is an ordinary scalar function. */
    Optional<Expression> bind(Expr.FunctionCall call, ExpressionBinder binder);

    /** Where only rows are computed: keys, defaults, ON. Aggregates there are unknown functions' errors of the clause. */
    static SpecialCalls rowsOnly() {
        return InCalls::bind;
    }
}
