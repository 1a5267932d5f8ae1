package io.millrace.catalog.ability;

/** The number of rows is known without reading: SELECT count() FROM t. */
public interface Counted {
    long rows();

    /** Compressed bytes on disk, or bytes in memory. */
    long bytes();
}
