package io.millrace.benchmarks.kernel;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures kernels and compares them with bounds: a loop that the compiler suddenly treats otherwise costs a multiple and shows here. Time is counted in
 * steps of a reference loop (a sum of longs), so that the bounds hold on other machines.
 */
public final class Kernels {
    private static final long SEED = 1;
    private static final int RUNS = 30;
    private static final int REFERENCE_ROWS = 1 << 16;

    private Kernels() {}

    /** Ends with status 1 if a kernel is above its bound. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        double reference = reference().nanosPerRow(RUNS * 100);
        out.printf(Locale.ROOT, "%-58s %8.3f ns per row%n", "reference: sum of longs in the cache", reference);
        List<Kernel> kernels = new ArrayList<>(new KeyKernels(SEED).all());
        kernels.addAll(new TextKernels(SEED).all());
        kernels.addAll(new CompareKernels(SEED).all());
        kernels.addAll(new LoadKernels(SEED).all());
        boolean slow = false;
        for (Kernel kernel : kernels) {
            double nanos = kernel.nanosPerRow(RUNS);
            double times = nanos / reference;
            boolean above = times > kernel.mostTimes();
            slow |= above;
            out.printf(
                    Locale.ROOT,
                    "%-58s %8.3f ns per row %8.1f times, at most %6.0f%s%n",
                    kernel.name(),
                    nanos,
                    times,
                    kernel.mostTimes(),
                    above ? "  TOO SLOW" : "");
        }
        out.flush();
        System.exit(slow ? 1 : 0);
    }

    private static Kernel reference() {
        long[] values = new Random(SEED).longs(REFERENCE_ROWS).toArray();
        return new Kernel("reference", REFERENCE_ROWS, 1, () -> sum(values));
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
