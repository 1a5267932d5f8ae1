package io.millrace.benchmarks.engines;

import io.millrace.benchmarks.hits.HitsQuery;
import io.millrace.benchmarks.hits.HitsSchema;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * DuckDB in this process, through its JDBC driver, with a database file in the cache directory. The driver is 80 MB, so
 * it is no dependency of the build: Maven fetches it on first use.
 */
public final class DuckDbEngine implements Engine {
    private static final String VERSION = "2.0.0.1";
    private static final String COORDINATES = "org.duckdb:duckdb_jdbc:" + VERSION;
    private static final String MEMORY = "6GB";
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Driver driver;
    private final Path file;
    private final int threads;
    private Connection connection;

    private DuckDbEngine(Driver driver, Path file, int threads) throws SQLException {
        this.driver = driver;
        this.file = file;
        this.threads = threads;
        connection = open();
    }

    /**
     * Opens the database, fetching the driver first if it is not in the cache.
     *
     * @param cache where fetched programs are kept
     * @param file the database
     */
    public static DuckDbEngine start(Path cache, Path file, int threads) {
        Path directory = cache.resolve("duckdb");
        Path jar = directory.resolve("duckdb_jdbc-" + VERSION + ".jar");
        try {
            if (!Files.exists(jar)) {
                Fetch.maven(directory, COORDINATES, "DuckDB");
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new DuckDbEngine(driver(jar), file, threads);
        } catch (IOException | SQLException e) {
            throw new EngineException("DuckDB: " + e, e);
        }
    }

    private static Driver driver(Path jar) throws MalformedURLException {
        // Never closed: the driver's native library lives as long as the process.
        URLClassLoader loader =
                new URLClassLoader("duckdb", new URL[] {jar.toUri().toURL()}, DuckDbEngine.class.getClassLoader());
        try {
            return (Driver)
                    loader.loadClass("org.duckdb.DuckDBDriver").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new EngineException("DuckDB: " + jar + " has no usable driver: " + e, e);
        }
    }

    private Connection open() throws SQLException {
        Connection opened = driver.connect("jdbc:duckdb:" + file.toAbsolutePath(), new Properties());
        if (opened == null) {
            throw new EngineException("DuckDB: the driver does not accept " + file);
        }
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET memory_limit = '" + MEMORY + "'");
        }
        return opened;
    }

    private double execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            statement.execute(sql);
            return (System.nanoTime() - start) / 1e6;
        } catch (SQLException e) {
            throw new EngineException("DuckDB: " + e.getMessage(), e);
        }
    }

    private static Answer answer(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        row.add(text(result.getObject(i)));
                    }
                    rows.add(row);
                }
            }
            return new Answer((System.nanoTime() - start) / 1e6, rows);
        } catch (SQLException e) {
            throw new EngineException("DuckDB: " + e.getMessage(), e);
        }
    }

    private static String text(Object value) {
        return value instanceof Timestamp timestamp
                ? timestamp.toLocalDateTime().format(DATE_TIME)
                : String.valueOf(value);
    }

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String version() {
        return answer(connection, "SELECT version()").rows().getFirst().getFirst();
    }

    @Override
    public Optional<Load> loadHits(Path tsv, long rows) {
        execute(HitsSchema.createDuckDb("hits").replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"));
        String count = answer(connection, "SELECT count(*) FROM hits")
                .rows()
                .getFirst()
                .getFirst();
        if (Long.parseLong(count) == rows) {
            return Optional.empty();
        }
        execute("DELETE FROM hits");
        return Optional.of(new Load(execute("INSERT INTO hits SELECT * FROM " + readTsv(tsv)), 0));
    }

    private static String readTsv(Path file) {
        return "read_csv('" + file.toAbsolutePath()
                + "', auto_detect = false, header = false, delim = '\\t', quote = '',"
                + " escape = '', nullstr = '\\N', columns = " + HitsSchema.duckDbStructure() + ")";
    }

    @Override
    public Optional<Double> loadFile(Path file, String format, long rows) {
        String source;
        switch (format) {
            case "TSV" -> source = readTsv(file);
            case "JSONEachRow" ->
                source = "read_json('" + file.toAbsolutePath() + "', format = 'newline_delimited', auto_detect = false,"
                        + " columns = " + HitsSchema.duckDbStructure() + ")";
            default -> {
                return Optional.empty();
            }
        }
        execute("DROP TABLE IF EXISTS loaded");
        execute(HitsSchema.createDuckDb("loaded"));
        double millis = execute("INSERT INTO loaded SELECT * FROM " + source);
        execute("DROP TABLE loaded");
        return Optional.of(millis);
    }

    @Override
    public boolean export(Path target, String format, long rows) {
        return false;
    }

    @Override
    public Answer run(HitsQuery query) {
        return answer(connection, query.duckDbSql());
    }

    @Override
    public Clients runClients(List<String> queries, int clients, int seconds) {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                connections.add(open());
            }
            return ClientThreads.run(
                    clients,
                    seconds,
                    (client, turn) -> answer(connections.get(client), queries.get(turn % queries.size())));
        } catch (SQLException e) {
            throw new EngineException("DuckDB: " + e.getMessage(), e);
        } finally {
            for (Connection each : connections) {
                close(each);
            }
        }
    }

    @Override
    public boolean restart() {
        close(connection);
        try {
            connection = open();
            return true;
        } catch (SQLException e) {
            throw new EngineException("DuckDB: " + e.getMessage(), e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new EngineException("DuckDB: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(connection);
    }
}
