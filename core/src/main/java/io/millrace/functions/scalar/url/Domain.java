package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL. */
@Builtin("domain")
final class Domain extends DomainPart {
    Domain() {
        super("domain", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domain(url)", "The host name of a URL.")
                .example("SELECT domain('https://user@clickhouse.com:80/a')", "clickhouse.com");
    }
}
