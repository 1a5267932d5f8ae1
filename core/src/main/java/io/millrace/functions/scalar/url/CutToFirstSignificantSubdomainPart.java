package io.millrace.functions.scalar.url;

/** Base of cutToFirstSignificantSubdomain and cutToFirstSignificantSubdomainRFC. */
abstract class CutToFirstSignificantSubdomainPart extends UrlPart {
    CutToFirstSignificantSubdomainPart(String name, boolean rfc) {
        super(name, rfc);
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = Hosts.withoutWww(bytes, host(bytes, from, to));
        int begin = (int) (host >>> 32);
        int end = (int) host;
        return end == begin || bytes[end - 1] == '.' ? 0 : part(Hosts.significant(bytes, begin, end), end);
    }
}
