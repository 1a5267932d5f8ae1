package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The host name from the first significant subdomain on. */
@Builtin({"cutToFirstSignificantSubdomain", "cutToFirstSignificantSubdomainRFC"})
final class CutToFirstSignificantSubdomain extends UrlPart {
    CutToFirstSignificantSubdomain() {
        super("cutToFirstSignificantSubdomain");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "cutToFirstSignificantSubdomain(url)", "The host name from the first significant subdomain on.")
                .example("SELECT cutToFirstSignificantSubdomain('https://news.example.com.tr/')", "example.com.tr");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = Hosts.withoutWww(bytes, UrlParts.host(bytes, from, to));
        int begin = (int) (host >>> 32);
        int end = (int) host;
        return end == begin || bytes[end - 1] == '.' ? 0 : part(Hosts.significant(bytes, begin, end), end);
    }
}
