package io.millrace.engine.quota;

import io.millrace.catalog.engine.ClientFacts;
import java.net.InetAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What everybody has used of its quota. Thread-safe; lives as long as the server. */
public final class Quotas {
    /** Clients invent keys; when there are so many, those that used nothing lately are forgotten. */
    private static final int MANY = 10_000;

    private final Function<String, Optional<Quota>> ofUser;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Place, QuotaUsage> usages = new ConcurrentHashMap<>();

    private record Place(String quota, String key) {}

    /** @param ofUser the quota of a user, by its name, as the configuration has it now */
    public Quotas(Function<String, Optional<Quota>> ofUser, InstantSource clock, ZoneId zone) {
        this.ofUser = ofUser;
        this.clock = clock;
        this.zone = zone;
    }

    /** A meter for one query; what the server asks itself has no quota. */
    public QuotaMeter meter(String user, ClientFacts client) {
        return Optional.of(client)
                .filter(c -> c.address().isPresent())
                .flatMap(c -> ofUser.apply(user))
                .map(quota -> QuotaMeter.of(usage(quota, key(quota, user, client)), user))
                .orElseGet(QuotaMeter::unlimited);
    }

    private static String key(Quota quota, String user, ClientFacts client) {
        String address = client.address().map(InetAddress::getHostAddress).orElse("");
        return switch (quota.key()) {
            case NONE -> "";
            case CLIENT -> client.quotaKey().isEmpty() ? user : client.quotaKey();
            case ADDRESS -> address;
            case FORWARDED_ADDRESS -> client.forwardedAddress().isEmpty() ? address : client.forwardedAddress();
        };
    }

    /** Where the configuration has changed a quota, counting begins anew. */
    private QuotaUsage usage(Quota quota, String key) {
        if (usages.size() >= MANY) {
            usages.values().removeIf(QuotaUsage::isUnused);
        }
        return usages.compute(
                new Place(quota.name(), key),
                (place, known) ->
                        known != null && known.quota().equals(quota) ? known : new QuotaUsage(quota, key, clock, zone));
    }

    /** All that is counted, by name and key. */
    public List<QuotaUsage> all() {
        return usages.values().stream()
                .sorted(Comparator.comparing((QuotaUsage u) -> u.quota().name()).thenComparing(QuotaUsage::key))
                .toList();
    }
}
