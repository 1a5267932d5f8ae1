package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The last part of the host name of a URL. */
@Builtin("topLevelDomainRFC")
final class TopLevelDomainRfc extends TopLevelDomainPart {
    TopLevelDomainRfc() {
        super("topLevelDomainRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "topLevelDomainRFC(url)", "The last part of the host name of a URL.")
                .example("SELECT topLevelDomainRFC('https://clickhouse.com')", "com");
    }
}
