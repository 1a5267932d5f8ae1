package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The name of the current user. */
@Builtin({"currentUser", "current_user", "session_user", "user", "CURRENT_USER", "SESSION_USER", "USER"})
final class CurrentUser extends SessionFact {
    CurrentUser() {
        super("currentUser");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "currentUser()", "The name of the current user.")
                .example("SELECT currentUser()", "default");
    }

    @Override
    String fact(BindContext context) {
        return context.user();
    }
}
