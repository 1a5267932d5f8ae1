package io.millrace.engine.quota;

import io.millrace.base.config.ConfigTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the element {@code quotas} of a configuration. */
public final class ConfiguredQuotas {
    private ConfiguredQuotas() {}

    /**
     * All quotas by name.
     *
     * @throws io.millrace.base.error.DbException INVALID_CONFIG_PARAMETER
     */
    public static Map<String, Quota> read(ConfigTree config) {
        Map<String, Quota> quotas = new LinkedHashMap<>();
        for (ConfigTree all : config.all("quotas")) {
            for (ConfigTree quota : all.children()) {
                quotas.put(quota.name(), quota(quota));
            }
        }
        return Map.copyOf(quotas);
    }

    private static Quota quota(ConfigTree element) {
        Quota.Key key = Quota.Key.NONE;
        List<Quota.Interval> intervals = new ArrayList<>();
        for (ConfigTree child : element.children()) {
            switch (child.name()) {
                case "keyed" -> key = Quota.Key.CLIENT;
                case "keyed_by_ip" -> key = Quota.Key.ADDRESS;
                case "keyed_by_forwarded_ip" -> key = Quota.Key.FORWARDED_ADDRESS;
                case "interval" -> intervals.add(interval(child));
                default ->
                    throw child.wrong(
                            "is not known in a quota. Write interval, keyed, keyed_by_ip or keyed_by_forwarded_ip");
            }
        }
        UUID id = UUID.nameUUIDFromBytes(("QUOTA(" + element.name() + ")").getBytes(StandardCharsets.UTF_8));
        return new Quota(element.name(), id, key, intervals);
    }

    private static Quota.Interval interval(ConfigTree element) {
        long seconds = element.number("duration").orElse(0L);
        if (seconds <= 0) {
            throw element.wrong("needs a duration of at least a second");
        }
        Map<QuotaResource, Long> limits = new EnumMap<>(QuotaResource.class);
        for (ConfigTree child : element.children()) {
            if (!child.name().equals("duration") && !child.name().equals("randomize")) {
                QuotaResource resource = QuotaResource.ofText(child.name())
                        .orElseThrow(() -> child.wrong("is nothing that quotas count here"));
                limits.put(resource, limit(child, resource));
            }
        }
        boolean randomized = element.flag("randomize").orElse(false);
        return new Quota.Interval(Duration.ofSeconds(seconds), randomized, limits);
    }

    private static long limit(ConfigTree element, QuotaResource resource) {
        Optional<Long> amount;
        try {
            amount = Optional.of(resource.amount(element.text().strip()));
        } catch (NumberFormatException notOne) {
            amount = Optional.empty();
        }
        return amount.filter(a -> a >= 0)
                .orElseThrow(() -> element.wrong("'" + element.text() + "' is no amount. Write a number, 0 for any"));
    }
}
