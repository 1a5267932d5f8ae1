import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Properties;

/**
 * Reads a table, or fills one, with ClickHouse's JDBC driver, and prints how many seconds that took. Arguments: select or insert, host, port, the table that
 * is read, the table that is filled, how many rows.
 */
public final class Transfer {
    private static final int BATCH = 100_000;

    private Transfer() {}

    public static void main(String[] arguments) throws SQLException {
        long rows = Long.parseLong(arguments[5]);
        Properties properties = new Properties();
        properties.setProperty("user", "default");
        // ClickHouse's own framing is not known to the face of the engine that we are compared with.
        properties.setProperty("compress", "false");
        String address = "jdbc:clickhouse://" + arguments[1] + ":" + arguments[2] + "/default";
        try (Connection connection = new com.clickhouse.jdbc.Driver().connect(address, properties)) {
            long start = System.nanoTime();
            if (arguments[0].equals("select")) {
                select(connection, arguments[3], rows);
            } else {
                insert(connection, arguments[4], rows);
            }
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }

    private static void select(Connection connection, String table, long rows) throws SQLException {
        long found = 0;
        double sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                found++;
                sum += result.getLong(1) + result.getString(2).length() + result.getDouble(3) + result.getDate(4).getTime();
            }
        }
        if (found != rows || Double.isNaN(sum)) {
            throw new SQLException(found + " of " + rows + " rows came");
        }
    }

    private static void insert(Connection connection, String table, long rows) throws SQLException {
        LocalDate first = LocalDate.of(2024, 1, 1);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?, ?)")) {
            for (long row = 0; row < rows; row++) {
                insert.setLong(1, row);
                insert.setString(2, "name " + row % 1000);
                insert.setDouble(3, row / 7.0);
                insert.setObject(4, first.plusDays(row % 365));
                insert.addBatch();
                if ((row + 1) % BATCH == 0 || row + 1 == rows) {
                    insert.executeBatch();
                }
            }
        }
    }
}
