package io.millrace.functions.scalar.url;

/** Base of domainWithoutWWW and domainWithoutWWWRFC. */
abstract class DomainWithoutWwwPart extends UrlPart {
    DomainWithoutWwwPart(String name, boolean rfc) {
        super(name, rfc);
    }

    @Override
    long part(byte[] bytes, int from, int to) {
        return Hosts.withoutWww(bytes, host(bytes, from, to));
    }
}
