package io.millrace.formats;

/** Finds where whole rows end, so that an input can be cut into pieces. Thread-safe. */
@FunctionalInterface
public interface Splitter {
    /**
     * End of the last whole row in {@code bytes[from, to)}, where {@code from} is the beginning of a row; {@code from} when no row ends there (get more).
     */
    int lastRowEnd(byte[] bytes, int from, int to);
}
