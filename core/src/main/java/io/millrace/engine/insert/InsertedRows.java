package io.millrace.engine.insert;

import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.planner.analyze.AnalysisContext;
import java.util.List;
import java.util.Optional;

/** A catalog in which one table has only the rows that are being inserted: how a materialized view sees its source. Immutable. */
record InsertedRows(TableId id, Table rows, Catalog others) implements Catalog {
    static AnalysisContext inPlaceOf(TableId id, Table rows, AnalysisContext context) {
        return new AnalysisContext(
                new InsertedRows(id, rows, context.catalog()),
                context.bind(),
                context.parameters(),
                context.positional(),
                context.subqueries(),
                context.services(),
                context.externalTables());
    }

    @Override
    public boolean hasDatabase(String name) {
        return others.hasDatabase(name);
    }

    @Override
    public List<String> databases() {
        return others.databases();
    }

    @Override
    public List<Table> tables(String database) {
        return others.tables(database);
    }

    @Override
    public Optional<Table> find(TableId wanted) {
        return wanted.equals(id) ? Optional.of(rows) : others.find(wanted);
    }

    @Override
    public Table get(TableId wanted) {
        return wanted.equals(id) ? rows : others.get(wanted);
    }
}
