package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.HasParts;
import io.millrace.catalog.ability.HasParts.PartFacts;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import java.util.List;
import java.util.Map;

/** system.tables: the tables of all databases. */
@Builtin("tables")
final class TablesTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            database String, name String, uuid UUID, engine String, is_temporary UInt8, data_paths
            Array(String), metadata_path String, metadata_modification_time DateTime, metadata_version Int32,
            dependencies_database Array(String), dependencies_table Array(String), create_table_query String,
            engine_full String, as_select String, parameterized_view_parameters Array(Tuple(name String, type
            String)), partition_key String, sorting_key String, primary_key String, sampling_key String,
            unique_key String, storage_policy String, total_rows Nullable(UInt64), total_bytes Nullable(UInt64),
            total_bytes_uncompressed Nullable(UInt64), parts Nullable(UInt64), active_parts Nullable(UInt64),
            total_marks Nullable(UInt64), active_on_fly_data_mutations UInt64, active_on_fly_alter_mutations
            UInt64, active_on_fly_metadata_mutations UInt64, columns_descriptions_cache_size UInt64,
            lifetime_rows Nullable(UInt64), lifetime_bytes Nullable(UInt64), comment String, has_own_data UInt8,
            loading_dependencies_database Array(String), loading_dependencies_table Array(String),
            loading_dependent_database Array(String), loading_dependent_table Array(String), target_database
            String, target_table String, definer String""");

    TablesTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("table", "name");
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        List<Table> tables = CatalogTables.all(context.catalog());
        for (Table table : tables) {
            rows.row();
            describe(table, rows);
            measure(table, rows);
            List<TableId> watchers = tables.stream()
                    .filter(t -> t instanceof Watching w && w.source().equals(table.id()))
                    .map(Table::id)
                    .toList();
            rows.set(
                    "dependencies_database",
                    watchers.stream().map(TableId::database).toList());
            rows.set("dependencies_table", watchers.stream().map(TableId::name).toList());
        }
        return rows.build();
    }

    private static void describe(Table table, SystemRows rows) {
        TableDefinition definition = table.definition();
        rows.set("database", table.id().database())
                .set("name", table.id().name())
                .set("uuid", definition.uuid())
                .set("engine", definition.engineName())
                .set("create_table_query", DefinitionTexts.createQuery(definition))
                .set("engine_full", DefinitionTexts.engine(definition))
                .set("as_select", DefinitionTexts.select(table))
                .set("partition_key", definition.partitionBy().text())
                .set("sorting_key", DefinitionTexts.sortingKey(definition))
                .set("primary_key", DefinitionTexts.primaryKey(definition))
                .set("sampling_key", definition.sampleBy())
                .set("storage_policy", table instanceof HasParts ? "default" : "")
                .set("has_own_data", table instanceof Insertable)
                .set("comment", definition.comment());
        if (table instanceof Watching view) {
            rows.set("target_database", view.target().database())
                    .set("target_table", view.target().name());
        }
    }

    private static void measure(Table table, SystemRows rows) {
        if (table instanceof Counted counted) {
            rows.set("total_rows", counted.rows()).set("total_bytes", counted.bytes());
        }
        if (table instanceof HasParts parted) {
            List<PartFacts> parts = parted.parts();
            List<PartFacts> active = parts.stream().filter(PartFacts::active).toList();
            rows.set("parts", parts.size())
                    .set("active_parts", active.size())
                    .set(
                            "total_marks",
                            active.stream().mapToLong(PartFacts::marks).sum())
                    .set(
                            "total_bytes_uncompressed",
                            active.stream()
                                    .mapToLong(PartFacts::uncompressedBytes)
                                    .sum());
        }
    }
}
