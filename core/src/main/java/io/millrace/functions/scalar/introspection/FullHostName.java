package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The full name of the machine the server runs on. */
@Builtin({"FQDN", "fullHostName"})
final class FullHostName extends SessionFact {
    FullHostName() {
        super("FQDN");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "FQDN()", "The full name of the machine the server runs on.")
                .example("SELECT length(FQDN()) > 0", "1");
    }

    @Override
    String fact(BindContext context) {
        return LocalHost.NAME;
    }
}
