package io.millrace.net.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What both sides of a secured connection showed each other; immutable.
 *
 * @param server our certificate, as the peer saw it: what the channel binding {@code tls-server-end-point} is about
 * @param client the peer's, if it showed one; it has been verified
 * @param protocol such as {@code TLSv1.3}
 * @param cipher such as {@code TLS_AES_256_GCM_SHA384}
 * @param application what was agreed on by ALPN; empty for nothing
 */
public record TlsSession(
        X509Certificate server, Optional<X509Certificate> client, String protocol, String cipher, String application) {}
