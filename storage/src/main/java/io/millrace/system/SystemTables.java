package io.millrace.system;

import io.millrace.base.index.BuiltinIndex;
import io.millrace.catalog.engine.SystemCatalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Header;
import io.millrace.tables.NumbersTable;
import io.millrace.tables.ZerosTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * All system tables: those of the seam {@link SystemTable} by their names, and the endless ones. Thread-safe.
 *
 * <p>A builtin named {@code x} is {@code system.x}; one named {@code information_schema.x} is {@code x} of that database, which exists in lower and in
 * upper case, as do its tables.
 */
public final class SystemTables implements SystemCatalog {
    private static final String SYSTEM = "system";
    private static final String INFORMATION_SCHEMA = "information_schema";
    private static final List<String> ENDLESS = List.of("numbers", "numbers_mt", "zeros", "zeros_mt");

    private final BuiltinIndex<SystemTable> index = BuiltinIndex.of(SystemTable.class);

    @Override
    public List<String> databases() {
        return List.of(INFORMATION_SCHEMA.toUpperCase(Locale.ROOT), INFORMATION_SCHEMA, SYSTEM);
    }

    @Override
    public Optional<Table> find(String database, String name, SystemContext context) {
        TableId id = new TableId(database, name);
        if (database.equals(SYSTEM)) {
            return ENDLESS.contains(name)
                    ? Optional.of(endless(id))
                    : name.indexOf('.') >= 0
                            ? Optional.empty()
                            : index.find(name).map(t -> new ComputedTable(id, t, context));
        }
        if (!isInformationSchema(database)) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean oneCase = name.equals(lower) || name.equals(name.toUpperCase(Locale.ROOT));
        return oneCase
                ? index.find(INFORMATION_SCHEMA + "." + lower).map(t -> new ComputedTable(id, t, context))
                : Optional.empty();
    }

    private static boolean isInformationSchema(String database) {
        return database.equals(INFORMATION_SCHEMA) || database.equals(INFORMATION_SCHEMA.toUpperCase(Locale.ROOT));
    }

    private static Table endless(TableId id) {
        boolean parallel = id.name().endsWith("_mt");
        if (id.name().startsWith("zeros")) {
            return new ZerosTable(definition(id, "SystemZeros", ZerosTable.HEADER), OptionalLong.empty(), parallel);
        }
        Header header = NumbersTable.header("number");
        return new NumbersTable(definition(id, "SystemNumbers", header), 0, 1, OptionalLong.empty(), parallel);
    }

    private static TableDefinition definition(TableId id, String engine, Header header) {
        return TableDefinition.simple(id, engine, header);
    }

    @Override
    public List<String> names(String database) {
        TreeSet<String> names = new TreeSet<>();
        if (database.equals(SYSTEM)) {
            names.addAll(ENDLESS);
            index.names().stream().filter(name -> name.indexOf('.') < 0).forEach(names::add);
        } else if (isInformationSchema(database)) {
            String prefix = INFORMATION_SCHEMA + ".";
            index.names().stream().filter(name -> name.startsWith(prefix)).forEach(name -> {
                String table = name.substring(prefix.length());
                names.add(table);
                names.add(table.toUpperCase(Locale.ROOT));
            });
        }
        return new ArrayList<>(names);
    }
}
