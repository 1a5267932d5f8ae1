package io.millrace.planner.build;

/** Is told what a query reads from tables. Thread-safe. */
public interface ReadCounter {
    void read(long rows, long bytes);
}
