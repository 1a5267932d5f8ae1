package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The last part of the host name of a URL. */
@Builtin("topLevelDomain")
final class TopLevelDomain extends TopLevelDomainPart {
    TopLevelDomain() {
        super("topLevelDomain", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "topLevelDomain(url)", "The last part of the host name of a URL.")
                .example("SELECT topLevelDomain('https://clickhouse.com')", "com");
    }
}
