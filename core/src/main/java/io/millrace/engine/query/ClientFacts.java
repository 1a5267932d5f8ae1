package io.millrace.engine.query;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where a request comes from. Immutable; nothing of it is verified but the address.
 *
 * @param address the peer's; empty for what runs in this process
 * @param quotaKey what the client wants to be counted under; empty for nothing
 * @param forwardedFor the address for which a proxy asks, as it says; empty for none
 */
public record ClientFacts(Optional<InetAddress> address, String quotaKey, String forwardedFor) {
    /** Something in this process: it has no quota. */
    public static final ClientFacts LOCAL = new ClientFacts(Optional.empty(), "", "");

    /** A peer of which no more than its address is known. */
    public static ClientFacts at(InetAddress address) {
        return new ClientFacts(Optional.of(address), "", "");
    }
}
