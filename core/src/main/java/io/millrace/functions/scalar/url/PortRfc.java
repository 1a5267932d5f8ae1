package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The port of a URL, or the default (0). */
@Builtin("portRFC")
final class PortRfc extends PortPart {
    PortRfc() {
        super("portRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "portRFC(url[, default])", "The port of a URL, or the default (0).")
                .example("SELECT portRFC('http://a.com:8080/')", "8080");
    }
}
