package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The port of a URL, or the default (0). */
@Builtin("port")
final class Port extends PortPart {
    Port() {
        super("port", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "port(url[, default])", "The port of a URL, or the default (0).")
                .example("SELECT port('http://a.com:8080/')", "8080");
    }
}
