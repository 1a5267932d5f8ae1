package io.millrace.net.http;

import java.net.InetSocketAddress;

/**
 * A request's head: everything but the body; immutable.
 *
 * @param method as sent, upper and lower case differ; never {@code CONNECT}
 * @param uri the target without scheme and host, as sent: {@code /path?query}
 * @param path what stands before the question mark, percent sequences as sent; empty for {@code ?query=..}
 * @param hasQuery whether there is a question mark, even with nothing after it
 * @param parameters decoded from what follows the question mark
 * @param framing how the body's end is known
 * @param contentLength the declared length for {@link BodyFraming#LENGTH}, otherwise 0
 * @param remote the peer's address
 * @param secure whether it came over TLS
 */
public record HttpRequest(
        String method,
        String uri,
        String path,
        boolean hasQuery,
        QueryParameters parameters,
        HttpVersion version,
        HttpHeaders headers,
        BodyFraming framing,
        long contentLength,
        InetSocketAddress remote,
        boolean secure) {

    /** How the end of a body is known. */
    public enum BodyFraming {
        /** Neither a length nor chunks: there is no body. A POST like this is ClickHouse's HTTP_LENGTH_REQUIRED. */
        NONE,
        LENGTH,
        CHUNKED
    }

    /** Whether the method is HEAD: answered like GET, without a body. */
    public boolean isHead() {
        return method.equals("HEAD");
    }

    boolean expectsContinue() {
        return version == HttpVersion.HTTP_1_1 && headers.contains("Expect");
    }

    boolean wantsKeepAlive() {
        return version == HttpVersion.HTTP_1_1 && !headers.hasToken("Connection", "close");
    }
}
