/**
 * Listening sockets and the connections they accept: threads, limits, deadlines, shutdown.
 *
 * <p>Key types: {@link Listener} (accepts), {@link ProtocolServer} (speaks), {@link Connection} (one peer). Used by the
 * protocols of this module and wired by the program. Locks: a {@link ConnectionInput} has one for handing received
 * bytes from its look-ahead thread to the connection's thread, a {@link Listener} one for its shutdown; neither is held
 * across I/O.
 */
@NullMarked
package io.millrace.net.listen;

import org.jspecify.annotations.NullMarked;
