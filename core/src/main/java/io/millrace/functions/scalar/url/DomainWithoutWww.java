package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL without a leading www. */
@Builtin("domainWithoutWWW")
final class DomainWithoutWww extends DomainWithoutWwwPart {
    DomainWithoutWww() {
        super("domainWithoutWWW", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domainWithoutWWW(url)", "The host name of a URL without a leading www.")
                .example("SELECT domainWithoutWWW('http://www.clickhouse.com/')", "clickhouse.com");
    }
}
