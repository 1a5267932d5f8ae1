import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Amazon Redshift's JDBC driver. Prints a line for each case: ok or fail, a tab, its name, and for a failure a tab and the reason on one line. */
public final class RedshiftJdbc {
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
            System.out.println("fail\t" + name + "\t" + e.toString().replace("\n", "\\n").replace("\t", " "));
        }
        System.out.flush();
    }

    private static void eq(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
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

    private static Connection connect(String user, String password) throws SQLException {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        login.put("ssl", "false");
        return DriverManager.getConnection("jdbc:redshift://127.0.0.1:" + System.getenv("MILLRACE_PORT") + "/default", login);
    }

    private static void cases(Connection c) throws SQLException {
        Statement plain = c.createStatement();
        plain.execute("drop table if exists redshift_t");
        plain.execute("create table redshift_t (a Int32, b Nullable(String), d Decimal(10, 2)) engine = MergeTree order by a");
        run("insert_and_query", () -> {
            try (PreparedStatement s = c.prepareStatement("insert into redshift_t values (?, ?, ?)")) {
                for (int i = 0; i < 20; i++) {
                    s.setInt(1, i);
                    s.setString(2, i % 2 == 0 ? "it's " + i : null);
                    s.setBigDecimal(3, new BigDecimal("1.25"));
                    s.addBatch();
                }
                eq(s.executeBatch().length, 20);
            }
            eq(rows(plain.executeQuery("select count(*), count(b), sum(d) from redshift_t")), List.of("20,10,25.00"));
        });
        run("prepared_many_times", () -> {
            try (PreparedStatement s = c.prepareStatement("select a, b, d from redshift_t where a = ?")) {
                for (int i = 0; i < 10; i++) {
                    s.setInt(1, 4);
                    eq(rows(s.executeQuery()), List.of("4,it's 4,1.25"));
                }
            }
        });
        run("fetch_size", () -> {
            c.setAutoCommit(false);
            try (Statement s = c.createStatement()) {
                s.setFetchSize(1000);
                int found = 0;
                try (ResultSet r = s.executeQuery("select number from numbers(50000)")) {
                    while (r.next()) {
                        found++;
                    }
                }
                eq(found, 50_000);
            }
            c.commit();
            c.setAutoCommit(true);
        });
        run("errors_keep_the_connection", () -> {
            try {
                plain.executeQuery("select nope");
                throw new AssertionError("no error");
            } catch (SQLException e) {
                eq(e.getSQLState(), "42703");
            }
            eq(rows(plain.executeQuery("select 1")), List.of("1"));
        });
        run("metadata", () -> {
            DatabaseMetaData m = c.getMetaData();
            eq(m.getDatabaseProductName().isEmpty(), false);
            try (ResultSet r = plain.executeQuery("select a, b, d from redshift_t")) {
                eq(r.getMetaData().getColumnTypeName(1), "int4");
                eq(r.getMetaData().getColumnTypeName(3), "numeric");
            }
        });
        plain.execute("drop table redshift_t");
    }

    public static void main(String[] arguments) throws SQLException {
        run("wrong_password", () -> {
            try (Connection c = connect("default", "wrong")) {
                throw new AssertionError("no error");
            } catch (SQLException e) {
                eq(e.getSQLState(), "28P01");
            }
        });
        try (Connection c = connect("default", System.getenv("MILLRACE_PASSWORD"))) {
            cases(c);
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
