package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL without a leading www. */
@Builtin({"domainWithoutWWW", "domainWithoutWWWRFC"})
final class DomainWithoutWww extends UrlPart {
    DomainWithoutWww() {
        super("domainWithoutWWW");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domainWithoutWWW(url)", "The host name of a URL without a leading www.")
                .example("SELECT domainWithoutWWW('http://www.clickhouse.com/')", "clickhouse.com");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        return Hosts.withoutWww(bytes, UrlParts.host(bytes, from, to));
    }
}
