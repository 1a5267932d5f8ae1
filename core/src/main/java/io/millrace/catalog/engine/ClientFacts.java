package io.millrace.catalog.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where a request comes from. Immutable; nothing of it is verified but the address.
 *
 * @param door by which it came
 * @param peer empty for what runs in this process
 * @param method of HTTP; empty elsewhere
 * @param userAgent what the client says it is; empty for nothing
 * @param referer the page that it says it comes from; empty for none
 * @param forwardedFor the addresses for which proxies ask, as they say; empty for none
 * @param quotaKey what the client wants to be counted under; empty for nothing
 */
public record ClientFacts(
        Door door,
        Optional<InetSocketAddress> peer,
        String method,
        String userAgent,
        String referer,
        String forwardedFor,
        String quotaKey) {
    /** Something in this process: it has no quota. */
    public static final ClientFacts LOCAL = new ClientFacts(Door.LOCAL, Optional.empty(), "", "", "", "", "");

    /** Ways into the server. */
    public enum Door {
        HTTP(2),
        POSTGRESQL(5),
        LOCAL(6);

        private final int number;

        Door(int number) {
            this.number = number;
        }

        /** ClickHouse's number of the interface. */
        public int number() {
            return number;
        }
    }

    /** A client of the PostgreSQL interface. */
    public static ClientFacts postgres(InetSocketAddress peer) {
        return new ClientFacts(Door.POSTGRESQL, Optional.of(peer), "", "", "", "", "");
    }

    public Optional<InetAddress> address() {
        return peer.map(InetSocketAddress::getAddress);
    }

    /** The address for which the last proxy asks, or empty. */
    public String forwardedAddress() {
        // Every proxy adds the address of its own client at the end.
        return forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    }
}
