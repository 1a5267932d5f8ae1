package io.millrace.planner.analyze;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/**
 * Counts how often aliases and queries of WITH are put in where they are used: aliases of aliases can double the query with each word of it. ClickHouse's {@code
 * max_expanded_ast_elements}. For one thread.
 */
final class ExpandedSize {
    private static final int MOST = 500_000;
    /** What one use of a query of WITH counts for. */
    private static final int QUERY = 50;

    private final Cancellation cancellation;
    private int elements;

    ExpandedSize(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    void addAlias() {
        add(1);
    }

    void addQuery() {
        add(QUERY);
    }

    private void add(int more) {
        cancellation.check();
        elements += more;
        if (elements > MOST) {
            throw new DbException(
                    ErrorCode.TOO_BIG_AST,
                    "AST is too big after aliases and queries of WITH were put in where they are used. Maximum: "
                            + MOST);
        }
    }
}
