package io.millrace.base.time;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The scheduler of the server: one thread that waits, a few that work. Thread-safe. */
public final class RealScheduler implements Scheduler {
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService workers;
    private final Consumer<Throwable> failures;

    /**
     * @param threads how many tasks can run at once
     * @param name names the threads {@code name-timer}, {@code name-0}, ...
     * @param failures what to do with errors of tasks: log them
     */
    public RealScheduler(int threads, String name, Consumer<Throwable> failures) {
        AtomicInteger number = new AtomicInteger();
        this.failures = failures;
        timer = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform().daemon(true).name(name + "-timer").unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                60,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> Thread.ofPlatform()
                        .daemon(true)
                        .name(name + "-" + number.getAndIncrement())
                        .unstarted(task));
        pool.allowCoreThreadTimeOut(true);
        workers = Executors.unconfigurableExecutorService(pool);
    }

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        if (timer.isShutdown()) {
            return () -> {};
        }
        Future<?> waiting = timer.schedule(() -> start(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public Handle alarm(Duration delay, Runnable task) {
        if (timer.isShutdown()) {
            return () -> {};
        }
        Future<?> waiting = timer.schedule(() -> runGuarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    private void start(Runnable task) {
        if (!workers.isShutdown()) {
            workers.execute(() -> runGuarded(task));
        }
    }

    private void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }

    @Override
    public void shutdown(Duration grace) {
        timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
