package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name of a URL. */
@Builtin({"domain", "domainRFC"})
final class Domain extends UrlPart {
    Domain() {
        super("domain");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "domain(url)", "The host name of a URL.")
                .example("SELECT domain('https://user@clickhouse.com:80/a')", "clickhouse.com");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        return UrlParts.host(bytes, from, to);
    }
}
