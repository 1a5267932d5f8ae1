package io.millrace.benchmarks.engines;

import java.util.Arrays;

/**
 * What many clients at once achieved.
 *
 * @param millis wall time of the whole
 * @param latencies milliseconds of each query, ascending
 */
public record Clients(double millis, double[] latencies) {
    public Clients {
        Arrays.sort(latencies);
    }

    public double perSecond() {
        return latencies.length / millis * 1000;
    }

    /** The latency that {@code share} of the queries did not exceed. */
    public double quantile(double share) {
        return latencies.length == 0 ? 0 : latencies[(int) Math.min(latencies.length - 1, latencies.length * share)];
    }
}
