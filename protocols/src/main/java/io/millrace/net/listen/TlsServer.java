package io.millrace.net.listen;

import io.millrace.net.tls.Tls;
import java.io.IOException;
import java.util.List;

/**
 * A protocol behind TLS: connections are secured before it sees them. Immutable.
 *
 * @param applications what may be agreed on by ALPN
 */
public record TlsServer(Tls tls, List<String> applications, ProtocolServer inner) implements ProtocolServer {
    public TlsServer {
        applications = List.copyOf(applications);
    }

    @Override
    public void serve(Connection connection) throws IOException {
        connection.secure(tls, applications);
        inner.serve(connection);
    }

    @Override
    public void refuse(Connection connection) throws IOException {
        connection.secure(tls, applications);
        inner.refuse(connection);
    }
}
