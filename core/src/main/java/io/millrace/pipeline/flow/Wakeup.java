package io.millrace.pipeline.flow;

/** A promise that something can go on later. */
public interface Wakeup {
    /** Runs {@code action} once, when it is worth trying again; at once if it already is. Any thread; the action must be short. */
    void whenReady(Runnable action);
}
