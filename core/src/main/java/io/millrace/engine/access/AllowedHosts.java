package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.regex.Regex;
import io.millrace.sql.ast.AccessStatement.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
public record AllowedHosts(
        boolean any, boolean loopback, List<AddressRange> ranges, List<String> names, List<NamePattern> patterns) {
    /** From everywhere. */
    public static final AllowedHosts ANY = new AllowedHosts(true, true, List.of(), List.of(), List.of());

    static final AllowedHosts LOOPBACK = new AllowedHosts(false, true, List.of(), List.of(), List.of());

    public AllowedHosts {
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    /** A pattern as written, and what it becomes: one for the whole name. */
    public record NamePattern(String text, Regex regex) {
        static NamePattern of(String text) {
            return new NamePattern(text, Regex.compile("\\A(?:" + text + ")\\z"));
        }
    }

    /**
     * The places of a HOST clause.
     *
     * @throws DbException BAD_ARGUMENTS
     */
    static AllowedHosts of(List<Host> hosts) {
        boolean any = false;
        boolean loopback = false;
        List<AddressRange> ranges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<NamePattern> patterns = new ArrayList<>();
        for (Host host : hosts) {
            switch (host.kind()) {
                case "ANY" -> any = true;
                case "LOCAL" -> loopback = true;
                case "IP" ->
                    ranges.add(AddressRange.parse(host.value())
                            .orElseThrow(() -> new DbException(
                                    ErrorCode.BAD_ARGUMENTS, "'" + host.value() + "' is no address or range of them")));
                case "NAME" -> names.add(host.value());
                default -> patterns.add(NamePattern.of(host.value()));
            }
        }
        return new AllowedHosts(any, loopback, ranges, names, patterns);
    }

    /** The same as a HOST clause. */
    List<Host> clause() {
        List<Host> hosts = new ArrayList<>();
        if (any) {
            hosts.add(new Host("ANY", ""));
        } else if (loopback) {
            hosts.add(new Host("LOCAL", ""));
        }
        ranges.forEach(r -> hosts.add(new Host("IP", r.text())));
        names.forEach(n -> hosts.add(new Host("NAME", n)));
        patterns.forEach(p -> hosts.add(new Host("REGEXP", p.text())));
        return hosts;
    }

    /** As system.users shows them. */
    public List<String> addresses() {
        return any ? List.of("::/0") : ranges.stream().map(AddressRange::text).toList();
    }

    /** As system.users shows them. */
    public List<String> patternTexts() {
        return patterns.stream().map(NamePattern::text).toList();
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
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        // A name that does not lead back to the address is what its owner claims, and nothing else.
        return patterns.stream().anyMatch(p -> p.regex().matcher().find(bytes, 0, bytes.length))
                && resolvesTo(name, peer);
    }
}
