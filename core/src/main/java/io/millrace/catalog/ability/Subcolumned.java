package io.millrace.catalog.ability;

/** Parts of a column can be read without the rest of it. */
public interface Subcolumned {
    /** Whether scans offer {@code column.size}: the number of bytes of each string, as UInt64. */
    boolean hasSizes(String column);
}
