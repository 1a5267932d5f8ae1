package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The label of the host name before the top-level domain (and com, org, net or co before that). */
@Builtin({"firstSignificantSubdomain", "firstSignificantSubdomainRFC"})
final class FirstSignificantSubdomain extends UrlPart {
    FirstSignificantSubdomain() {
        super("firstSignificantSubdomain");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "firstSignificantSubdomain(url)", "The label of the host name before the top-level domain (and com, org, net or co before "
                        + "that).")
                .example("SELECT firstSignificantSubdomain('https://news.example.com.tr/')", "example");
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = Hosts.withoutWww(bytes, UrlParts.host(bytes, from, to));
        int begin = (int) (host >>> 32);
        int end = (int) host;
        if (end == begin || end > begin && bytes[end - 1] == '.') {
            return 0;
        }
        int label = Hosts.significant(bytes, begin, end);
        return part(label, UrlParts.find(bytes, label, end, "."));
    }
}
