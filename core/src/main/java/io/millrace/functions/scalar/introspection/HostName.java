package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.BindContext;

/** The name of the machine the server runs on. */
@Builtin({"hostName", "hostname"})
final class HostName extends SessionFact {
    HostName() {
        super("hostName");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "hostName()", "The name of the machine the server runs on.")
                .example("SELECT length(hostName()) > 0", "1");
    }

    @Override
    String fact(BindContext context) {
        return LocalHost.NAME;
    }
}
