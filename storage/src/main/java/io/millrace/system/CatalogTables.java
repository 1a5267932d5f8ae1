package io.millrace.system;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.table.Table;
import java.util.ArrayList;
import java.util.List;

/** All tables of a catalog, while others create and drop them. Stateless. */
final class CatalogTables {
    private CatalogTables() {}

    /** By database, then by name. */
    static List<Table> all(Catalog catalog) {
        List<Table> all = new ArrayList<>();
        for (String database : catalog.databases()) {
            try {
                all.addAll(catalog.tables(database));
            } catch (DbException e) {
                if (e.code() != ErrorCode.UNKNOWN_DATABASE) {
                    throw e;
                }
                // dropped since the names were listed
            }
        }
        return all;
    }
}
