package io.millrace.pipeline.run;

import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One pipeline of a run, from waiting for others to the end of its last driver. */
final class RunningPipeline {
    private final Pipeline pipeline;
    private final PipelineRun run;
    private final List<RunningPipeline> dependents = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final AtomicInteger openDrivers = new AtomicInteger();
    /** How many pipelines have to complete first; guarded by the run. */
    private int waitingFor;

    RunningPipeline(Pipeline pipeline, PipelineRun run) {
        this.pipeline = pipeline;
        this.run = run;
    }

    void addDependent(RunningPipeline later) {
        dependents.add(later);
        later.waitingFor++;
    }

    boolean isReady() {
        return waitingFor == 0;
    }

    /** Counts this one as complete for those that wait for it; returns who can start now. */
    List<RunningPipeline> releaseDependents() {
        List<RunningPipeline> ready = new ArrayList<>();
        for (RunningPipeline later : dependents) {
            later.waitingFor--;
            if (later.waitingFor == 0) {
                ready.add(later);
            }
        }
        return ready;
    }

    /** Opens sources and drivers; runs on a worker, since opening may be work. */
    void start() {
        try {
            run.checkCancelled();
            Sources sources = pipeline.sources().start();
            int count = Math.max(1, Math.min(pipeline.maxDrivers(), sources.parallelism()));
            List<Driver> opened = new ArrayList<>(count);
            try {
                for (int i = 0; i < count; i++) {
                    opened.add(Driver.open(pipeline, sources, i, this));
                }
            } catch (Throwable e) {
                opened.forEach(Driver::closeAll);
                throw e;
            }
            openDrivers.set(count);
            synchronized (drivers) {
                drivers.addAll(opened);
            }
            opened.forEach(driver -> run.lane().submit(driver));
        } catch (Throwable e) {
            run.fail(e);
            run.ended(this, false);
        }
    }

    PipelineRun run() {
        return run;
    }

    /** Lets parked drivers look at the cancellation. */
    void wakeAll() {
        List<Driver> all;
        synchronized (drivers) {
            all = List.copyOf(drivers);
        }
        all.forEach(Driver::wake);
    }

    /** A driver is closed; the last one completes the sink. */
    void driverEnded() {
        if (openDrivers.decrementAndGet() > 0) {
            return;
        }
        boolean well = !run.hasFailed();
        if (well) {
            try {
                pipeline.sink().complete();
            } catch (Throwable e) {
                run.fail(e);
                well = false;
            }
        }
        synchronized (drivers) {
            drivers.clear();
        }
        run.ended(this, well);
    }
}
