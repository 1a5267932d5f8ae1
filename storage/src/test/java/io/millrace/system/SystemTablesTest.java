package io.millrace.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.setting.Settings;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Functions;
import io.millrace.tables.TestTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** System tables: each can be read, and the main ones say what is so. */
final class SystemTablesTest {
    @TempDir
    Path directory;

    private final SystemTables tables = new SystemTables();

    private final class Context implements SystemContext, Catalog {
        private final Table table;

        Context() {
            Header header =
                    Header.of(new Header.Field("a", Types.UINT64), new Header.Field("s", Types.nullable(Types.STRING)));
            table = TestTables.create("Memory", new UUID(1, 2), header, new TestTables.Services(directory));
        }

        @Override
        public boolean hasDatabase(String name) {
            return databases().contains(name);
        }

        @Override
        public List<String> databases() {
            return List.of("d", "information_schema", "system");
        }

        @Override
        public List<Table> tables(String database) {
            return database.equals("d")
                    ? List.of(table)
                    : tables.names(database).stream()
                            .flatMap(n -> tables.find(database, n, this).stream())
                            .toList();
        }

        @Override
        public Optional<Table> find(TableId id) {
            return Optional.empty();
        }

        @Override
        public Table get(TableId id) {
            throw new AssertionError("System tables list tables, they never ask for one: " + id);
        }

        @Override
        public Catalog catalog() {
            return this;
        }

        @Override
        public Functions functions() {
            return new Functions();
        }

        @Override
        public Settings settings() {
            return Settings.defaults();
        }

        @Override
        public String user() {
            return "default";
        }

        @Override
        public String database() {
            return "d";
        }

        @Override
        public String version() {
            return "26.7.2.1";
        }

        @Override
        public Instant startedAt() {
            return Instant.EPOCH;
        }

        @Override
        public List<UserFacts> users() {
            return List.of();
        }

        @Override
        public List<RoleFacts> roles() {
            return List.of();
        }

        @Override
        public SettingLimits limits(String setting) {
            return new SettingLimits(Optional.empty(), Optional.empty(), false);
        }

        @Override
        public List<LoggedQuery> queryLog() {
            return List.of();
        }

        @Override
        public List<QuotaFacts> quotas() {
            return List.of();
        }

        @Override
        public List<QuotaUseFacts> quotaUses() {
            return List.of();
        }

        @Override
        public Map<String, String> macros() {
            return Map.of("shard", "01");
        }

        @Override
        public List<RunningQueryFacts> queries() {
            return List.of(new RunningQueryFacts(
                    "id",
                    "default",
                    "Select",
                    "SELECT 1",
                    "default",
                    ClientFacts.LOCAL,
                    0.5,
                    1,
                    2,
                    3,
                    4,
                    5,
                    6,
                    7,
                    false));
        }

        @Override
        public Map<String, Long> metrics() {
            return Map.of("Query", 1L);
        }
    }

    private List<String> rows(String database, String name, String... columns) {
        Table table = tables.find(database, name, new Context()).orElseThrow();
        Header stored = table.definition().storedHeader();
        Header wanted = new Header(List.of(columns).stream()
                .map(c -> stored.fields().get(stored.index(c)))
                .toList());
        return TestTables.rows(table, columns.length == 0 ? stored : wanted, OptionalLong.of(5000));
    }

    @Test
    void everyTableCanBeRead() {
        Context context = new Context();
        int read = 0;
        for (String database : tables.databases()) {
            for (String name : tables.names(database)) {
                Table table = tables.find(database, name, context).orElseThrow();
                if (table instanceof ComputedTable) {
                    rows(database, name);
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(50);
        assertThat(tables.find("system", "information_schema.tables", context)).isEmpty();
        assertThat(tables.find("nosuch", "one", context)).isEmpty();
        assertThat(tables.find("system", "nosuch", context)).isEmpty();
    }

    @Test
    void rowsAreWhole() {
        Block parts = new PartsTable().rows(new Context());
        assertThat(parts.columns()).hasSize(parts.header().width());
        Block columns = new ColumnsTable().rows(new Context());
        assertThat(columns.columns()).allMatch(c -> c.rows() == columns.rows());
    }

    @Test
    void tablesAndColumnsAreListed() {
        assertThat(rows("system", "one")).containsExactly("0");
        assertThat(rows("system", "tables", "database", "name", "engine", "engine_full", "total_rows"))
                .contains("d\tt\tMemory\tMemory\t0", "system\tone\tSystemOne\t\t\\N");
        assertThat(rows("system", "columns", "database", "table", "name", "type", "position", "numeric_precision"))
                .contains("d\tt\ta\tUInt64\t1\t64", "d\tt\ts\tNullable(String)\t2\t\\N");
        assertThat(rows(
                        "information_schema",
                        "columns",
                        "TABLE_NAME",
                        "column_name",
                        "is_nullable",
                        "ORDINAL_POSITION"))
                .contains("t\ts\t1\t2");
        assertThat(rows("INFORMATION_SCHEMA", "TABLES", "table_name", "TABLE_TYPE"))
                .contains("t\tBASE TABLE");
        assertThat(rows("system", "databases", "name", "engine")).contains("d\tAtomic", "system\tMemory");
    }

    @Test
    void theSeamsListTheirMembers() {
        assertThat(rows("system", "formats", "name", "is_input", "is_output")).contains("CSV\t1\t1", "TSV\t1\t1");
        assertThat(rows("system", "table_engines", "name", "supports_sort_order"))
                .contains("Memory\t0", "Log\t0", "View\t0");
        assertThat(rows("system", "table_functions", "name")).contains("numbers", "file", "generateSeries");
        assertThat(rows("system", "processes", "query_id", "elapsed", "query")).containsExactly("id\t0.5\tSELECT 1");
        assertThat(rows("system", "settings", "name", "default", "changed")).contains("format_csv_delimiter\t,\t0");
        assertThat(rows("system", "errors", "name", "code")).contains("SYNTAX_ERROR\t62");
    }

    @Test
    void numbersNeverEnd() {
        assertThat(rows("system", "numbers")).hasSize(5000).startsWith("0", "1");
        assertThat(rows("system", "zeros_mt")).hasSize(5000);
    }
}
