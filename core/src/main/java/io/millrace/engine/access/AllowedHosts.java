package io.millrace.engine.access;

import io.millrace.base.text.regex.Regex;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where a user may come from: any of these is enough. Immutable. Names are looked up whenever somebody comes, so that the name service's answer of that
 * time counts.
 *
 * @param loopback this machine
 * @param names whose addresses are allowed
 * @param patterns for the whole name that the name service knows the peer by
 */
record AllowedHosts(
        boolean any, boolean loopback, List<AddressRange> ranges, List<String> names, List<Regex> patterns) {
    static final AllowedHosts ANY = new AllowedHosts(true, true, List.of(), List.of(), List.of());
    static final AllowedHosts LOOPBACK = new AllowedHosts(false, true, List.of(), List.of(), List.of());

    AllowedHosts {
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    boolean contains(InetAddress peer) {
        return any
                || loopback && peer.isLoopbackAddress()
                || ranges.stream().anyMatch(r -> r.contains(peer))
                || names.stream().anyMatch(n -> resolvesTo(n, peer))
                || !patterns.isEmpty() && matches(peer);
    }

    private static boolean resolvesTo(String name, InetAddress peer) {
        if (name.equals("localhost") && peer.isLoopbackAddress()) {
            return true;
        }
        try {
            byte[] wanted = AddressRange.wide(peer);
            return Arrays.stream(InetAddress.getAllByName(name))
                    .anyMatch(a -> Arrays.equals(AddressRange.wide(a), wanted));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean matches(InetAddress peer) {
        String name = peer.getCanonicalHostName();
        // A name that does not lead back to the address is what its owner claims, and nothing else.
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return patterns.stream().anyMatch(p -> p.matcher().find(bytes, 0, bytes.length)) && resolvesTo(name, peer);
    }
}
