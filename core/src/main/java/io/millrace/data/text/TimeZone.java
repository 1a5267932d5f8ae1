package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offsets of one time zone from UTC, looked up in constant time: all transitions of the years 1900 to 2300 and an index of buckets over them. Outside,
 * the first and the last offset hold. Immutable; one instance per name.
 */
public final class TimeZone {
    private static final long FIRST = -2_208_988_800L - 86_400;
    private static final long LAST = 10_413_792_000L;
    private static final int BUCKET_BITS = 22;
    private static final ConcurrentHashMap<String, TimeZone> ZONES = new ConcurrentHashMap<>();
    private static final TimeZone UTC = of("UTC");

    private final String name;
    /** Unix seconds of the transitions, then a sentinel. */
    private final long[] transitions;
    /** Local seconds (in the offset before) of the transitions, then a sentinel. */
    private final long[] localTransitions;
    /** Offset before transition i. */
    private final int[] offsets;
    /** Index of the first transition at or after the beginning of each bucket. */
    private final int[] buckets;

    private TimeZone(String name, ZoneRules rules) {
        this.name = name;
        List<ZoneOffsetTransition> list = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(FIRST));
        while (next != null && next.toEpochSecond() < LAST) {
            list.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        int count = list.size();
        transitions = new long[count + 1];
        localTransitions = new long[count + 1];
        offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            transitions[i] = list.get(i).toEpochSecond();
            offsets[i] = list.get(i).getOffsetBefore().getTotalSeconds();
            localTransitions[i] = transitions[i] + offsets[i];
        }
        transitions[count] = Long.MAX_VALUE;
        localTransitions[count] = Long.MAX_VALUE;
        offsets[count] = rules.getOffset(Instant.ofEpochSecond(LAST)).getTotalSeconds();
        buckets = new int[(int) (LAST - FIRST >> BUCKET_BITS) + 1];
        int at = 0;
        for (int i = 0; i < buckets.length; i++) {
            while (transitions[at] < FIRST + ((long) i << BUCKET_BITS)) {
                at++;
            }
            buckets[i] = at;
        }
    }

    /** The zone of an IANA name; an unknown one is BAD_ARGUMENTS. */
    public static TimeZone of(String name) {
        TimeZone known = ZONES.get(name);
        if (known != null) {
            return known;
        }
        try {
            TimeZone made = new TimeZone(name, ZoneRulesProvider.getRules(name, false));
            TimeZone earlier = ZONES.putIfAbsent(name, made);
            return earlier == null ? made : earlier;
        } catch (DateTimeException e) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + name, e);
        }
    }

    public static TimeZone utc() {
        return UTC;
    }

    public String name() {
        return name;
    }

    /** Seconds to add to a unix time to get local time. */
    public int offsetAt(long unixSeconds) {
        return offsets[interval(unixSeconds)];
    }

    /**
     * Unix time of a local time in seconds. As in ClickHouse: of two moments the first is meant; a local time in a gap counts with the offset after it, so
     * it is shown an hour earlier.
     */
    public long toUnix(long localSeconds) {
        int at = interval(localSeconds - 86_400);
        while (localTransitions[at] <= localSeconds) {
            at++;
        }
        return localSeconds - offsets[at];
    }

    /** Number of the interval between transitions in which a moment lies. */
    int interval(long unixSeconds) {
        long bucket = unixSeconds - FIRST >> BUCKET_BITS;
        int at = bucket < 0 ? 0 : buckets[(int) Math.min(bucket, buckets.length - 1)];
        while (transitions[at] <= unixSeconds) {
            at++;
        }
        return at;
    }

    long intervalFrom(int interval) {
        return interval == 0 ? Long.MIN_VALUE : transitions[interval - 1];
    }

    /** The first second after the interval. */
    long intervalTo(int interval) {
        return transitions[interval];
    }

    int offset(int interval) {
        return offsets[interval];
    }
}
