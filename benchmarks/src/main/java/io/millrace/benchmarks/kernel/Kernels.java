package io.millrace.benchmarks.kernel;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./millrace bench kernels}: the engine's loops beside the obvious ways to do the same. The exit status is 1 when one of them is above its bound. */
@Command(
        name = "kernels",
        description = "Measures single loops of the engine beside the obvious way to do the same, in one thread.",
        sortOptions = false)
public final class Kernels implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "of the data (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "runs of each kernel, of which the best counts (default: ${DEFAULT-VALUE})")
    private int runs = 25;

    @Option(names = "--only", paramLabel = "TEXT", description = "only kernels whose names contain this")
    private String only = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT, "%4s %-56s %9s %9s %7s %6s%n", "rule", "ns per row", "ours", "obvious", "ratio", "most");
        boolean slow = false;
        for (Family family : families()) {
            for (Kernel kernel : family.kernels()) {
                if (kernel.name().contains(only)) {
                    slow |= report(kernel, out);
                }
            }
        }
        return slow ? 1 : 0;
    }

    private boolean report(Kernel kernel, PrintWriter out) {
        Kernel.Times times = kernel.measure(runs);
        boolean above = times.ratio() > kernel.mostRatio();
        out.printf(
                Locale.ROOT,
                "%4d %-56s %9.3f %9.3f %7.2f %6.2f%s%n",
                kernel.rule(),
                kernel.name(),
                times.ours(),
                times.obvious(),
                times.ratio(),
                kernel.mostRatio(),
                above ? "  TOO SLOW" : "");
        out.flush();
        return above;
    }

    /** Kernels over the same data, which is made when they are asked for and gone when they are done. */
    interface Family {
        List<Kernel> kernels();
    }

    private List<Family> families() {
        List<Family> families = new ArrayList<>();
        families.add(() -> new SumKernels(seed).all());
        families.add(() -> new CompareKernels(seed).all());
        families.add(() -> new TextKernels(seed).all());
        families.add(() -> new InputKernels(seed).all());
        families.add(() -> new LoadKernels(seed).all());
        families.add(() -> new KeyKernels(seed).all());
        families.add(() -> new GroupKernels(seed).all());
        families.add(() -> new JoinKernels(seed).all());
        families.add(() -> new SortKernels(seed).all());
        return families;
    }
}
