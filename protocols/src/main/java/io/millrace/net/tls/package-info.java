/**
 * TLS for listening sockets, on the JDK's own: certificates and keys from PEM files, followed as the files change. Key types: {@link Tls} (what a door
 * secures connections with), {@link TlsSession} (what both sides showed each other).
 */
@NullMarked
package io.millrace.net.tls;

import org.jspecify.annotations.NullMarked;
