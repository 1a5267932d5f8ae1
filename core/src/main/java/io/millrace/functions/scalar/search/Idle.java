package io.millrace.functions.scalar.search;

import java.util.function.Supplier;

/** Searchers that no thread uses just now: they get faster with use, so blocks share them. Thread-safe. */
final class Idle<T> {
    private final java.util.concurrent.ConcurrentLinkedQueue<T> waiting =
            new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Idle(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T known = waiting.poll();
        return known == null ? maker.get() : known;
    }

    void giveBack(T searcher) {
        waiting.offer(searcher);
    }
}
