package io.millrace.benchmarks.kernel;

/**
 * One loop of the engine beside the obvious way to do the same.
 *
 * @param rule number of the rule in docs/benchmarks.md that it guards
 * @param name what is measured
 * @param rows rows per run, of either way
 * @param mostRatio upper bound of our time divided by the obvious way's, well above what was measured: a loop that the compiler suddenly treats otherwise costs a
 *     multiple
 */
record Kernel(int rule, String name, int rows, double mostRatio, Run ours, Run obvious) {
    /** The work; returns something computed, so that nothing is optimised away. */
    interface Run {
        long once();

        /** The work done several times. */
        default Run times(int count) {
            return () -> {
                long sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += once();
                }
                return sum;
            };
        }
    }

    /** Nanoseconds per row of the best of some runs each. */
    record Times(double ours, double obvious) {
        double ratio() {
            return ours / obvious;
        }
    }

    /** Runs both by turns. */
    Times measure(int runs) {
        long bestOurs = Long.MAX_VALUE;
        long bestObvious = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            bestOurs = Math.min(bestOurs, nanos(ours));
            bestObvious = Math.min(bestObvious, nanos(obvious));
        }
        return new Times((double) bestOurs / rows, (double) bestObvious / rows);
    }

    private static long nanos(Run run) {
        long start = System.nanoTime();
        long computed = run.once();
        long nanos = System.nanoTime() - start;
        return computed == Long.MIN_VALUE ? Long.MAX_VALUE : nanos;
    }
}
