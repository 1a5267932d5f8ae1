package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The name of the current database. */
@Builtin({"currentDatabase", "DATABASE", "SCHEMA", "current_database", "CURRENT_DATABASE"})
final class CurrentDatabase extends SessionFact {
    CurrentDatabase() {
        super("currentDatabase");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "currentDatabase()", "The name of the current database.")
                .example("SELECT currentDatabase() != ''", "1");
    }

    @Override
    String fact(BindContext context) {
        return context.database();
    }
}
