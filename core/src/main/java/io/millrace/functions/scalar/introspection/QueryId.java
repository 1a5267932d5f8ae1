package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The id of the query. */
@Builtin({"queryID", "query_id", "QUERY_ID"})
final class QueryId extends SessionFact {
    QueryId() {
        super("queryID");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "queryID()", "The id of the query.")
                .example("SELECT length(queryID()) > 0", "1");
    }

    @Override
    String fact(BindContext context) {
        return context.queryId();
    }
}
