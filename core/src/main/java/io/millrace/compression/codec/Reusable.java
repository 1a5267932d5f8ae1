package io.millrace.compression.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A few idle objects kept for the next user: native contexts and scratch arrays that are too costly to make per block.
 * Thread-safe.
 */
final class Reusable<T> {
    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(8);
    private final Supplier<T> make;
    private final Consumer<T> discard;

    Reusable(Supplier<T> make, Consumer<T> discard) {
        this.make = make;
        this.discard = discard;
    }

    T take() {
        for (int i = 0; i < slots.length(); i++) {
            if (slots.get(i) != null) {
                T found = slots.getAndSet(i, null);
                if (found != null) {
                    return found;
                }
            }
        }
        return make.get();
    }

    void give(T object) {
        for (int i = 0; i < slots.length(); i++) {
            if (slots.get(i) == null && slots.compareAndSet(i, null, object)) {
                return;
            }
        }
        discard.accept(object);
    }
}
