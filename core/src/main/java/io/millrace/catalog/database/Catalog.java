package io.millrace.catalog.database;

import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import java.util.List;
import java.util.Optional;

/** The databases and tables there are. Thread-safe; every answer is that of one moment. */
public interface Catalog {
    boolean hasDatabase(String name);

    List<String> databases();

    /** Tables of a database by name, sorted. */
    List<Table> tables(String database);

    Optional<Table> find(TableId id);

    /**
     * @throws io.millrace.base.error.DbException UNKNOWN_DATABASE or UNKNOWN_TABLE, with a hint
     */
    Table get(TableId id);

    /**
     * The same for a query that reads the table.
     *
     * @throws io.millrace.base.error.DbException also ACCESS_DENIED, if whoever asks may not read it
     */
    default Table forReading(TableId id) {
        return get(id);
    }
}
