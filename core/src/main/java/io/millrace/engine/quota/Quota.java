package io.millrace.engine.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much may be used, as the configuration defines it. Immutable.
 *
 * @param key who counts together
 * @param intervals each with limits of its own; all of them hold
 */
public record Quota(String name, UUID id, Key key, List<Interval> intervals) {
    /** Who counts together. */
    public enum Key {
        /** Everybody. */
        NONE(List.of()),
        /** Who gives the same key; without one, who has the same name. */
        CLIENT(List.of("client_key", "user_name")),
        /** Who comes from the same address. */
        ADDRESS(List.of("ip_address")),
        /** For whom the same address is given by a proxy. */
        FORWARDED_ADDRESS(List.of("forwarded_ip_address"));

        private final List<String> names;

        Key(List<String> names) {
            this.names = names;
        }

        /** As system.quotas names it. */
        public List<String> names() {
            return names;
        }
    }

    /**
     * A length of time, and what is allowed within it.
     *
     * @param randomized whether intervals begin at any time, not at a whole multiple of their length since 1970
     * @param limits what is not in it, or 0, is not limited
     */
    public record Interval(Duration length, boolean randomized, Map<QuotaResource, Long> limits) {
        public Interval {
            limits = Map.copyOf(limits);
        }

        /** The limit of a resource; 0 for none. */
        public long limit(QuotaResource resource) {
            return limits.getOrDefault(resource, 0L);
        }
    }

    public Quota {
        intervals = List.copyOf(intervals);
    }
}
