package io.millrace.functions.scalar.url;

/** Base of domain and domainRFC. */
abstract class DomainPart extends UrlPart {
    DomainPart(String name, boolean rfc) {
        super(name, rfc);
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        return host(bytes, from, to);
    }
}
