import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;

/** PostgreSQL's JDBC driver. Prints a line for each case: ok or fail, a tab, its name, and for a failure a tab and the reason on one line. */
public final class PostgresJdbc {
    private static final String AWKWARD = "it's \\ \"ok\"\t\n; DROP TABLE t -- \\' ? $1";
    private static int failed;

    private interface Case {
        void run() throws Exception;
    }

    private static void run(String name, Case body) {
        try {
            body.run();
            System.out.println("ok\t" + name);
        } catch (Throwable e) {
            failed++;
            String at = Arrays.stream(e.getStackTrace()).filter(f -> f.getFileName() != null && f.getFileName().startsWith("PostgresJdbc"))
                    .findFirst().map(Object::toString).orElse("");
            System.out.println("fail\t" + name + "\t" + (e + " " + at).replace("\n", "\\n").replace("\t", " "));
        }
        System.out.flush();
    }

    /** Numbers are equal whatever their scale. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static void eq(Object found, Object expected) {
        if (!Objects.equals(plain(found), plain(expected))) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        try (result) {
            List<String> rows = new ArrayList<>();
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(",", row));
            }
            return rows;
        }
    }

    private static List<String> column(ResultSet result, String... names) throws SQLException {
        try (result) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (String name : names) {
                    row.add(String.valueOf(result.getString(name)));
                }
                rows.add(String.join(",", row));
            }
            return rows;
        }
    }

    private static void cases(Connection c) throws SQLException {
        Statement plain = c.createStatement();
        plain.execute("drop table if exists jdbc_t");
        plain.execute("create table jdbc_t (a Int32, b Nullable(String) comment 'what') engine = MergeTree order by a primary key a");
        plain.execute("insert into jdbc_t values (1, 'a'), (2, 'b')");
        run("prepared_before_and_after_it_is_named", () -> {
            try (PreparedStatement s = c.prepareStatement("select a, b, a::bigint, 1.5::float8, '2024-01-01'::date from jdbc_t where a = ? and b = ?")) {
                for (int i = 0; i < 10; i++) {
                    s.setInt(1, 1);
                    s.setString(2, "a");
                    eq(rows(s.executeQuery()), List.of("1,a,1,1.5,2024-01-01"));
                }
            }
        });
        run("parameters_of_all_types", () -> {
            UUID id = UUID.randomUUID();
            try (PreparedStatement s = c.prepareStatement("select ?::int, ?::timestamptz, ?::numeric, ?::boolean, ?::bigint, ?::text, ?::uuid")) {
                for (int i = 0; i < 7; i++) {
                    s.setInt(1, 1);
                    s.setTimestamp(2, new Timestamp(0));
                    s.setBigDecimal(3, new BigDecimal("1.25"));
                    s.setBoolean(4, true);
                    s.setLong(5, 5);
                    s.setString(6, AWKWARD);
                    s.setObject(7, id);
                    try (ResultSet r = s.executeQuery()) {
                        r.next();
                        eq(r.getInt(1), 1);
                        eq(r.getTimestamp(2), new Timestamp(0));
                        eq(r.getBigDecimal(3), new BigDecimal("1.25"));
                        eq(r.getBoolean(4), true);
                        eq(r.getLong(5), 5L);
                        eq(r.getString(6), AWKWARD);
                        eq(r.getObject(7), id);
                    }
                }
            }
        });
        run("fetch_size", () -> {
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                s.setFetchSize(1000);
                int found = 0;
                try (ResultSet r = s.executeQuery("select number from numbers(100000)")) {
                    while (r.next()) {
                        found++;
                    }
                }
                eq(found, 100_000);
            }
            c.commit();
            c.setAutoCommit(true);
        });
        run("batch", () -> {
            plain.execute("create temporary table jb (a int, b text)");
            try (PreparedStatement s = c.prepareStatement("insert into jb values (?, ?)")) {
                for (int i = 0; i < 200; i++) {
                    s.setInt(1, i);
                    s.setString(2, "v" + i);
                    s.addBatch();
                }
                eq(s.executeBatch().length, 200);
            }
            eq(rows(plain.executeQuery("select count(*), count(distinct b) from jb")), List.of("200,200"));
        });
        run("query_timeout", () -> {
            try (Statement s = c.createStatement()) {
                s.setQueryTimeout(1);
                s.executeQuery("select pg_sleep(20)");
                throw new AssertionError("no error");
            } catch (SQLException e) {
                eq(e.getSQLState(), "57014");
            }
        });
        run("copy", () -> {
            var copy = c.unwrap(PGConnection.class).getCopyAPI();
            eq(copy.copyIn("copy jdbc_t from stdin (format csv)", new StringReader("3,c\n4,\n")), 2L);
            StringWriter text = new StringWriter();
            eq(copy.copyOut("copy (select * from jdbc_t order by a) to stdout (format csv, header)", text), 4L);
            eq(text.toString(), "a,b\n1,a\n2,b\n3,c\n4,\n");
        });
        run("arrays", () -> {
            try (ResultSet r = plain.executeQuery("select [1,2]::int[], ['a',null]")) {
                r.next();
                eq(Arrays.toString((Object[]) r.getArray(1).getArray()), "[1, 2]");
                eq(Arrays.toString((Object[]) r.getArray(2).getArray()), "[a, null]");
            }
        });
        run("errors_keep_the_connection", () -> {
            try {
                plain.executeQuery("select nope");
                throw new AssertionError("no error");
            } catch (SQLException e) {
                eq(e.getSQLState(), "42703");
            }
            eq(c.isValid(2), true);
            eq(c.getSchema(), "default");
        });
        metadata(c, c.getMetaData());
        plain.execute("drop table jdbc_t");
    }

    private static void metadata(Connection c, DatabaseMetaData m) {
        run("metadata_of_the_product", () -> {
            eq(m.getDatabaseProductName(), "PostgreSQL");
            eq(m.getDatabaseMajorVersion(), 26);
            eq(column(m.getSchemas(), "TABLE_SCHEM").contains("default"), true);
            eq(column(m.getCatalogs(), "TABLE_CAT").contains("default"), true);
        });
        run("metadata_of_tables", () -> {
            eq(column(m.getTables(null, "default", "jdbc\\_t", null), "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE"), List.of("default,jdbc_t,TABLE"));
            eq(column(m.getColumns(null, "default", "jdbc\\_t", "%"), "COLUMN_NAME", "TYPE_NAME", "IS_NULLABLE", "REMARKS"),
                    List.of("a,int4,NO,null", "b,text,YES,what"));
            eq(column(m.getPrimaryKeys(null, "default", "jdbc_t"), "COLUMN_NAME", "PK_NAME"), List.of("a,jdbc_t_pkey"));
            eq(column(m.getIndexInfo(null, "default", "jdbc_t", false, false), "INDEX_NAME", "COLUMN_NAME"), List.of("jdbc_t_pkey,a"));
        });
        run("metadata_of_everything_else_answers", () -> {
            rows(m.getImportedKeys(null, "default", "jdbc_t"));
            rows(m.getExportedKeys(null, "default", "jdbc_t"));
            rows(m.getCrossReference(null, "default", "jdbc_t", null, "default", "jdbc_t"));
            rows(m.getTypeInfo());
            rows(m.getFunctions(null, null, "%"));
            rows(m.getFunctionColumns(null, null, "%", "%"));
            rows(m.getProcedures(null, null, "%"));
            rows(m.getTablePrivileges(null, "default", "jdbc_t"));
            rows(m.getColumnPrivileges(null, "default", "jdbc_t", "%"));
            rows(m.getUDTs(null, null, "%", null));
            rows(m.getTableTypes());
            rows(m.getBestRowIdentifier(null, "default", "jdbc_t", 1, false));
            rows(m.getVersionColumns(null, "default", "jdbc_t"));
            rows(m.getClientInfoProperties());
            m.getSQLKeywords();
            m.getMaxColumnNameLength();
            m.getMaxColumnsInIndex();
        });
        run("metadata_of_results", () -> {
            try (ResultSet r = c.createStatement().executeQuery("select a, b from jdbc_t")) {
                eq(r.getMetaData().getColumnTypeName(1), "int4");
                eq(r.getMetaData().getColumnTypeName(2), "text");
            }
        });
    }

    public static void main(String[] arguments) throws SQLException {
        Properties login = new Properties();
        login.put("user", "default");
        login.put("password", System.getenv("MILLRACE_PASSWORD"));
        try (Connection c = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + System.getenv("MILLRACE_PORT") + "/default", login)) {
            cases(c);
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
