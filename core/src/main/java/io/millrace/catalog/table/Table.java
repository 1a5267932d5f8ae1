package io.millrace.catalog.table;

/**
 * Something rows can be read from. What else a table can do is said by the interfaces of {@code catalog.ability} it implements: code asks
 * {@code if (table instanceof Insertable t)}.
 *
 * <p>Thread-safe.
 */
public interface Table {
    TableDefinition definition();

    /** Prepares reading. The rows are those of the moment of this call, whatever is written or merged afterwards. */
    TableScan scan(ScanRequest request);

    default TableId id() {
        return definition().id();
    }
}
