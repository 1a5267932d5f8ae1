package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL. */
@Builtin("domainRFC")
final class DomainRfc extends DomainPart {
    DomainRfc() {
        super("domainRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domainRFC(url)", "The host name of a URL.")
                .example("SELECT domainRFC('https://user:pw@clickhouse.com:80/a')", "clickhouse.com");
    }
}
