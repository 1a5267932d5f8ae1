import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The Java clients, client-v2 and jdbc-v2: connect, query, insert, stream, error. Prints a line for each case: ok or fail, a tab, its name, and for a failure a
 * tab and the reason on one line.
 */
public final class JavaClients {
    private static final int PORT = Integer.parseInt(System.getenv("MILLRACE_PORT"));
    private static final String PASSWORD = System.getenv().getOrDefault("MILLRACE_PASSWORD", "password");
    private static final String DATABASE = "java_clients";
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
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            String reason = text.toString().replace("\n", "\\n").replace("\t", " ");
            System.out.println("fail\t" + name + "\t" + reason.substring(0, Math.min(2500, reason.length())));
        }
        System.out.flush();
    }

    private static void eq(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static void fails(Case body, String word) throws Exception {
        try {
            body.run();
        } catch (Exception e) {
            StringBuilder all = new StringBuilder();
            for (Throwable t = e; t != null; t = t.getCause()) {
                all.append(t.getMessage()).append('\n');
            }
            if (!all.toString().contains(word)) {
                throw new AssertionError(word + " is not in: " + all, e);
            }
            return;
        }
        throw new AssertionError("no error");
    }

    private static Client.Builder builder() {
        return new Client.Builder()
                .addEndpoint("http://localhost:" + PORT)
                .setUsername("default")
                .setPassword(PASSWORD)
                .setDefaultDatabase(DATABASE);
    }

    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "default");
        properties.setProperty("password", PASSWORD);
        return new com.clickhouse.jdbc.Driver().connect("jdbc:clickhouse://localhost:" + PORT + "/" + DATABASE, properties);
    }

    public static void main(String[] arguments) throws Exception {
        try (Client admin = builder().setDefaultDatabase("default").build()) {
            admin.query("DROP DATABASE IF EXISTS " + DATABASE).get(20, TimeUnit.SECONDS).close();
            admin.query("CREATE DATABASE " + DATABASE).get(20, TimeUnit.SECONDS).close();
        }
        try (Client client = builder().build()) {
            clientCases(client);
        }
        jdbcCases();
        try (Client admin = builder().setDefaultDatabase("default").build()) {
            admin.query("DROP DATABASE IF EXISTS " + DATABASE).get(20, TimeUnit.SECONDS).close();
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    // ---- client-v2 ----

    public record Row(long id, String name) {}

    /** A bean for insert(List). */
    public static final class Person {
        private long id;
        private String name = "";

        public Person() {}

        Person(long id, String name) {
            this.id = id;
            this.name = name;
        }

        public long getId() {
            return id;
        }

        public void setId(long value) {
            id = value;
        }

        public String getName() {
            return name;
        }

        public void setName(String value) {
            name = value;
        }
    }

    private static void execute(Client client, String sql) throws Exception {
        client.query(sql).get(20, TimeUnit.SECONDS).close();
    }

    private static void clientCases(Client client) {
        run("client.ping", () -> eq(client.ping(), true));
        run("client.query_records", () -> {
            List<GenericRecord> all = client.queryAll("SELECT number AS n, toString(number) AS s FROM numbers(3)");
            eq(all.size(), 3);
            eq(all.get(2).getLong("n"), 2L);
            eq(all.get(2).getString("s"), "2");
        });
        run("client.reader_of_many_types", () -> {
            String sql = "SELECT toInt8(-1) AS i8, toUInt64(18446744073709551615) AS u64, toInt256(-7) AS i256, 1.5 AS f, "
                    + "toDecimal64(1.25, 2) AS d, true AS b, 'x' AS s, toUUID('00112233-4455-6677-8899-aabbccddeeff') AS u, "
                    + "[1, 2] AS a, map('k', 1) AS m, (1, 'y') AS t, toNullable(5) AS n, NULL AS z, "
                    + "toLowCardinality('l') AS l, toDate('2024-01-02') AS day, toDateTime('2024-01-02 03:04:05', 'UTC') AS at, "
                    + "CAST('e', 'Enum8(\\'e\\' = 1)') AS e, toIPv4('1.2.3.4') AS ip";
            try (QueryResponse response = client.query(sql).get(20, TimeUnit.SECONDS)) {
                ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response);
                eq(reader.hasNext(), true);
                reader.next();
                eq(reader.getByte("i8"), (byte) -1);
                eq(reader.getBigInteger("u64"), new BigInteger("18446744073709551615"));
                eq(reader.getBigInteger("i256"), BigInteger.valueOf(-7));
                eq(reader.getDouble("f"), 1.5);
                eq(reader.getBigDecimal("d").compareTo(new BigDecimal("1.25")), 0);
                eq(reader.getBoolean("b"), true);
                eq(reader.getString("s"), "x");
                eq(String.valueOf(reader.getUUID("u")), "00112233-4455-6677-8899-aabbccddeeff");
                eq(reader.getList("a").toString(), "[1, 2]");
                eq(reader.getInteger("n"), 5);
                eq(reader.hasValue("z"), false);
                eq(reader.getString("l"), "l");
                eq(reader.getLocalDate("day").toString(), "2024-01-02");
                eq(reader.getZonedDateTime("at").toLocalDateTime().toString(), "2024-01-02T03:04:05");
                eq(reader.getString("e"), "e");
            }
        });
        run("client.formats_and_settings", () -> {
            QuerySettings settings = new QuerySettings().setFormat(ClickHouseFormat.CSV);
            settings.serverSetting("max_threads", "3");
            try (QueryResponse response =
                    client.query("SELECT getSetting('max_threads'), 'x'", settings).get(20, TimeUnit.SECONDS)) {
                eq(new String(response.getInputStream().readAllBytes(), StandardCharsets.UTF_8), "3,\"x\"\n");
            }
        });
        run("client.parameters", () -> {
            try (QueryResponse response = client.query("SELECT {a:UInt32} + 1 AS a, {b:String} AS b", Map.of("a", 5, "b", "it's"))
                    .get(20, TimeUnit.SECONDS)) {
                ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response);
                reader.next();
                eq(reader.getLong("a"), 6L);
                eq(reader.getString("b"), "it's");
            }
        });
        run("client.insert_stream", () -> {
            execute(client, "CREATE TABLE streamed (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
            byte[] rows = "1\tone\n2\ttwo\n".getBytes(StandardCharsets.UTF_8);
            try (InsertResponse response = client.insert(
                            "streamed", new ByteArrayInputStream(rows), ClickHouseFormat.TSV, new InsertSettings())
                    .get(20, TimeUnit.SECONDS)) {
                eq(response.getWrittenRows(), 2L);
            }
            eq(client.queryAll("SELECT max(name) AS m FROM streamed").get(0).getString("m"), "two");
        });
        run("client.insert_objects", () -> {
            execute(client, "CREATE TABLE people (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
            client.register(Person.class, client.getTableSchema("people"));
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                people.add(new Person(i, "p" + i));
            }
            client.insert("people", people).get(20, TimeUnit.SECONDS).close();
            eq(client.queryAll("SELECT count() AS c, sum(id) AS s FROM people").get(0).getLong("s"), 499500L);
        });
        run("client.schema", () -> eq(client.getTableSchema("people").getColumns().get(1).getColumnName(), "name"));
        run("client.stream_of_many_rows", () -> {
            try (QueryResponse response =
                    client.query("SELECT number FROM numbers(300000)").get(20, TimeUnit.SECONDS)) {
                ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response);
                long sum = 0;
                while (reader.hasNext()) {
                    reader.next();
                    sum += reader.getLong(1);
                }
                eq(sum, 44999850000L);
            }
        });
        run("client.errors", () -> {
            fails(() -> client.query("SELECT nosuch").get(20, TimeUnit.SECONDS), "nosuch");
            try {
                client.query("SELEC 1").get(20, TimeUnit.SECONDS);
                throw new AssertionError("no error");
            } catch (ServerException e) {
                eq(e.getCode(), 62);
            }
            fails(() -> client.queryAll("SELECT * FROM nosuch"), "nosuch");
            try (Client wrong = builder().setPassword("wrong").build()) {
                fails(() -> wrong.queryAll("SELECT 1"), "516");
            }
            eq(client.queryAll("SELECT 1 AS a").get(0).getLong("a"), 1L);
        });
        run("client.compression_of_requests", () -> {
            try (Client packed = builder().compressClientRequest(true).compressServerResponse(true).build()) {
                byte[] rows = "3\tthree\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
                packed.insert("streamed", new ByteArrayInputStream(rows), ClickHouseFormat.TSV, new InsertSettings())
                        .get(20, TimeUnit.SECONDS)
                        .close();
                eq(packed.queryAll("SELECT count() AS c FROM streamed WHERE id = 3").get(0).getLong("c"), 5000L);
            }
            try (Client http = builder().compressClientRequest(true).useHttpCompression(true).build()) {
                eq(http.queryAll("SELECT count() AS c FROM streamed WHERE id = 3").get(0).getLong("c"), 5000L);
            }
        });
    }

    // ---- jdbc-v2 ----

    private static void jdbcCases() {
        run("jdbc.connect", () -> {
            try (Connection connection = connect()) {
                eq(connection.isValid(5), true);
                DatabaseMetaData facts = connection.getMetaData();
                eq(facts.getDatabaseProductName(), "ClickHouse");
                eq(facts.getDatabaseProductVersion().startsWith("26.7"), true);
            }
        });
        run("jdbc.query", () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT number AS n, toString(number) AS s, [1, 2] AS a, NULL AS z FROM numbers(3)")) {
                int count = 0;
                while (rows.next()) {
                    eq(rows.getLong("n"), (long) count);
                    eq(rows.getString(2), Integer.toString(count));
                    eq(rows.getObject("z"), null);
                    eq(rows.wasNull(), true);
                    count++;
                }
                eq(count, 3);
                eq(rows.getMetaData().getColumnCount(), 4);
                eq(rows.getMetaData().getColumnTypeName(1), "UInt64");
            }
        });
        run("jdbc.insert", () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE jdbc (id UInt64, name String, at DateTime, d Decimal(9, 2), n Nullable(Int32)) "
                        + "ENGINE = MergeTree ORDER BY id");
                statement.executeUpdate("INSERT INTO jdbc VALUES (1, 'one', '2024-01-01 00:00:00', 1.25, NULL)");
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc VALUES (?, ?, ?, ?, ?)")) {
                    for (int i = 2; i < 102; i++) {
                        insert.setLong(1, i);
                        insert.setString(2, "it's " + i);
                        insert.setTimestamp(3, Timestamp.valueOf("2024-01-02 03:04:05"));
                        insert.setBigDecimal(4, new BigDecimal("2.50"));
                        insert.setObject(5, i % 2 == 0 ? null : (Object) i);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                try (ResultSet rows = statement.executeQuery("SELECT count(), max(name), sum(d), count(n) FROM jdbc")) {
                    rows.next();
                    eq(rows.getInt(1), 101);
                    eq(rows.getString(2), "one");
                    eq(rows.getBigDecimal(3).compareTo(new BigDecimal("251.25")), 0);
                    eq(rows.getInt(4), 50);
                }
            }
        });
        run("jdbc.prepared_query", () -> {
            try (Connection connection = connect();
                    PreparedStatement query =
                            connection.prepareStatement("SELECT name FROM jdbc WHERE id = ? AND name LIKE ?")) {
                query.setLong(1, 5);
                query.setString(2, "it's%");
                try (ResultSet rows = query.executeQuery()) {
                    eq(rows.next(), true);
                    eq(rows.getString(1), "it's 5");
                    eq(rows.next(), false);
                }
            }
        });
        run("jdbc.metadata", () -> {
            try (Connection connection = connect()) {
                DatabaseMetaData facts = connection.getMetaData();
                boolean found = false;
                try (ResultSet tables = facts.getTables(null, DATABASE, "jdbc", null)) {
                    while (tables.next()) {
                        found |= tables.getString("TABLE_NAME").equals("jdbc");
                    }
                }
                eq(found, true);
                List<String> names = new ArrayList<>();
                try (ResultSet columns = facts.getColumns(null, DATABASE, "jdbc", null)) {
                    while (columns.next()) {
                        names.add(columns.getString("COLUMN_NAME"));
                    }
                }
                eq(names, List.of("id", "name", "at", "d", "n"));
                try (ResultSet schemas = facts.getSchemas()) {
                    eq(schemas.next(), true);
                }
                try (ResultSet types = facts.getTypeInfo()) {
                    eq(types.next(), true);
                }
            }
        });
        run("jdbc.stream", () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT number FROM numbers(200000)")) {
                long sum = 0;
                while (rows.next()) {
                    sum += rows.getLong(1);
                }
                eq(sum, 19999900000L);
            }
        });
        run("jdbc.delete_and_update", () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM jdbc WHERE id > 50");
                statement.execute("ALTER TABLE jdbc UPDATE name = 'new' WHERE id = 1");
                try (ResultSet rows = statement.executeQuery("SELECT count(), any(name) FROM jdbc WHERE id <= 1 OR id > 50")) {
                    rows.next();
                    eq(rows.getInt(1), 1);
                    eq(rows.getString(2), "new");
                }
            }
        });
        run("jdbc.errors", () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                try {
                    statement.executeQuery("SELECT nosuch");
                    throw new AssertionError("no error");
                } catch (SQLException e) {
                    eq(e.getMessage().contains("nosuch"), true);
                }
                fails(() -> statement.execute("SELEC 1"), "62");
                try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                    eq(rows.next(), true);
                }
            }
        });
    }
}
