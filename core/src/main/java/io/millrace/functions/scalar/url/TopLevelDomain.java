package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The last part of the host name of a URL. */
@Builtin({"topLevelDomain", "topLevelDomainRFC"})
final class TopLevelDomain extends UrlPart {
    TopLevelDomain() {
        super("topLevelDomain");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "topLevelDomain(url)", "The last part of the host name of a URL.")
                .example("SELECT topLevelDomain('https://clickhouse.com')", "com");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = UrlParts.host(bytes, from, to);
        int begin = (int) (host >>> 32);
        int end = (int) host;
        if (end == begin || bytes[begin] == '.') {
            return 0;
        }
        int label = Hosts.labelBegin(bytes, begin, end);
        return label < end && bytes[label] >= '0' && bytes[label] <= '9' ? 0 : part(label, end);
    }
}
