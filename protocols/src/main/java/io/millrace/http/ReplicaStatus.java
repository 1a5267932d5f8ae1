package io.millrace.http;

import io.millrace.base.health.ReplicaHealth.Lag;
import io.millrace.http.HttpDoorOptions.ReplicaLimits;
import java.util.List;

/**
 * What {@code /replicas_status} answers. Immutable.
 *
 * @param text a line for each table that follows another one; empty when all is well
 */
record ReplicaStatus(boolean good, String text) {
    /** @param verbose whether lags are shown also when all is well */
    static ReplicaStatus of(List<Lag> lags, ReplicaLimits limits, boolean verbose) {
        boolean good = lags.stream().noneMatch(lag -> isTooFar(lag, limits));
        StringBuilder text = new StringBuilder();
        if (!good || verbose && limits.verbose()) {
            lags.forEach(lag -> describe(lag, text));
        }
        return new ReplicaStatus(good, text.toString());
    }

    private static boolean isTooFar(Lag lag, ReplicaLimits limits) {
        return limits.absoluteSeconds() > 0 && lag.absoluteSeconds() >= limits.absoluteSeconds()
                || limits.relativeSeconds() > 0 && lag.relativeSeconds() >= limits.relativeSeconds();
    }

    private static void describe(Lag lag, StringBuilder text) {
        text.append('`')
                .append(lag.database())
                .append("`.`")
                .append(lag.table())
                .append("`:\t");
        if (lag.readonly()) {
            text.append("is readonly. \n");
        } else {
            text.append("Absolute delay: ")
                    .append(lag.absoluteSeconds())
                    .append(". Relative delay: ")
                    .append(lag.relativeSeconds())
                    .append(".\n");
        }
    }
}
