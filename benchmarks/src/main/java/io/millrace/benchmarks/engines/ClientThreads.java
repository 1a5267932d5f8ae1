package io.millrace.benchmarks.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs many clients at once, each on a thread of its own, for a bounded time. */
final class ClientThreads {
    /** One query of one client. */
    interface Request {
        void send(int client, int turn);
    }

    private ClientThreads() {}

    static Clients run(int clients, int seconds, Request request) {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Future<List<Double>>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(pool.submit(() -> runOne(client, end, request)));
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        List<Double> latencies = new ArrayList<>();
        try {
            for (Future<List<Double>> each : running) {
                latencies.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new EngineException("a client failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
        return new Clients(
                millis, latencies.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Double> runOne(int client, long end, Request request) {
        List<Double> latencies = new ArrayList<>();
        for (int turn = client; ; turn++) {
            long from = System.nanoTime();
            if (from >= end) {
                return latencies;
            }
            request.send(client, turn);
            latencies.add((System.nanoTime() - from) / 1e6);
        }
    }
}
