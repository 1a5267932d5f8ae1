package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The server's version. */
@Builtin({"version", "VERSION"})
final class Version extends SessionFact {
    Version() {
        super("version");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "version()", "The server's version.").example("SELECT version() != ''", "1");
    }

    @Override
    String fact(BindContext context) {
        return context.version();
    }
}
