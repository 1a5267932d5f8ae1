package io.millrace.net.listen;

import java.io.IOException;

/** A protocol spoken over accepted connections. Called by many connection threads at once. */
public interface ProtocolServer {
    /**
     * Serves one connection, on its own virtual thread, until it is over; the listener closes the socket afterwards.
     *
     * @throws IOException when the peer is lost; it ends this connection only
     */
    void serve(Connection connection) throws IOException;

    /**
     * Tells the peer that there are too many connections, in the words of the protocol, instead of serving it. The
     * listener closes the socket afterwards.
     */
    void refuse(Connection connection) throws IOException;
}
