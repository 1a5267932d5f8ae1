package io.millrace.benchmarks.kernel;

/**
 * One loop of the engine and what it may cost.
 *
 * @param name what is measured
 * @param rows rows per run
 * @param mostTimes upper bound of its time per row as a multiple of the {@linkplain Kernels reference}'s, several times what was measured
 * @param run one run; returns something computed, so that nothing is optimised away
 */
record Kernel(String name, int rows, double mostTimes, Run run) {
    /** The work. */
    interface Run {
        long once();
    }

    /** Nanoseconds per row of the best of some runs. */
    double nanosPerRow(int runs) {
        long best = Long.MAX_VALUE;
        long unused = 0;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            unused += run.once();
            best = Math.min(best, System.nanoTime() - start);
        }
        return unused == Long.MIN_VALUE ? Double.NaN : (double) best / rows;
    }
}
