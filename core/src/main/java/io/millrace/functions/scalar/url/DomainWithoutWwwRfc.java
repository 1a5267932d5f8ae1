package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL without a leading www. */
@Builtin("domainWithoutWWWRFC")
final class DomainWithoutWwwRfc extends DomainWithoutWwwPart {
    DomainWithoutWwwRfc() {
        super("domainWithoutWWWRFC", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domainWithoutWWWRFC(url)", "The host name of a URL without a leading www.")
                .example("SELECT domainWithoutWWWRFC('http://www.clickhouse.com/')", "clickhouse.com");
    }
}
