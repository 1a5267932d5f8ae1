package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The id of the query that a client sent. */
@Builtin({"initialQueryID", "initial_query_id", "INITIAL_QUERY_ID"})
final class InitialQueryId extends SessionFact {
    InitialQueryId() {
        super("initialQueryID");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "initialQueryID()", "The id of the query that a client sent.")
                .example("SELECT initialQueryID() = queryID()", "1");
    }

    @Override
    String fact(BindContext context) {
        return context.queryId();
    }
}
