package io.millrace.functions.scalar.url;

/** Base of topLevelDomain and topLevelDomainRFC. */
abstract class TopLevelDomainPart extends UrlPart {
    TopLevelDomainPart(String name, boolean rfc) {
        super(name, rfc);
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        long host = host(bytes, from, to);
        int begin = (int) (host >>> 32);
        int end = (int) host;
        if (end == begin || bytes[begin] == '.') {
            return 0;
        }
        int label = Hosts.labelBegin(bytes, begin, end);
        return label < end && bytes[label] >= '0' && bytes[label] <= '9' ? 0 : part(label, end);
    }
}
