package io.millrace.functions.scalar.url;

/** Base of firstSignificantSubdomain and firstSignificantSubdomainRFC. */
abstract class FirstSignificantSubdomainPart extends UrlPart {
    FirstSignificantSubdomainPart(String name, boolean rfc) {
        super(name, rfc);
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = Hosts.withoutWww(bytes, host(bytes, from, to));
        int begin = (int) (host >>> 32);
        int end = (int) host;
        if (end == begin || end > begin && bytes[end - 1] == '.') {
            return 0;
        }
        int label = Hosts.significant(bytes, begin, end);
        return part(label, UrlParts.find(bytes, label, end, "."));
    }
}
