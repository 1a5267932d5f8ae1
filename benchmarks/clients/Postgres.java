import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.postgresql.PGConnection;

/**
 * Asks PostgreSQL, or a server that speaks its protocol, through pgjdbc and prints how long that took. Each line of the input is a command, each line of the
 * output its answer; a line that begins with {@code error} says what went wrong. One process for all servers, so that its compiled code is the same for each.
 *
 * <pre>
 * fetch text|binary URL              seconds
 * checksum text|binary URL           rows and a checksum of their values
 * out text|csv|binary URL            seconds
 * dump text|csv|binary URL FILE      rows and a checksum of the bytes
 * in text|csv|binary URL FILE        seconds
 * latency simple|prepared URL N      the median in microseconds
 * </pre>
 */
public final class Postgres {
    private static final int FETCH_ROWS = 10_000;
    private static final int PIECE = 1 << 16;

    private Postgres() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            try {
                System.out.println(run(line.split(" ")));
            } catch (SQLException | IOException e) {
                System.out.println("error " + String.valueOf(e.getMessage()).replace('\n', ' '));
            }
        }
    }

    private static String run(String[] command) throws SQLException, IOException {
        boolean binary = command[1].equals("binary");
        return switch (command[0]) {
            case "fetch" -> fetch(connect(command[2], binary));
            case "checksum" -> checksum(connect(command[2], binary));
            case "out" -> out(connect(command[2], false), command[1]);
            case "dump" -> dump(connect(command[2], false), command[1], command[3]);
            case "in" -> in(connect(command[2], false), command[1], command[3]);
            case "latency" ->
                latency(connect(command[2], false), command[1].equals("prepared"), Integer.parseInt(command[3]));
            default -> "error there is no command " + command[0];
        };
    }

    /** Binary at the first execution, or never. */
    private static Connection connect(String url, boolean binary) throws SQLException {
        String how = binary ? "prepareThreshold=-1" : "binaryTransfer=false";
        return DriverManager.getConnection(url + "&options=-c%20TimeZone=UTC&" + how);
    }

    private static String seconds(long start) {
        return Double.toString((System.nanoTime() - start) / 1e9);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static long read(Connection connection, Row row) throws SQLException {
        connection.setAutoCommit(false);
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT id, value, name, moment FROM bench_rows")) {
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    row.read(result);
                    rows++;
                }
            }
        }
        connection.commit();
        return rows;
    }

    /** The numbers and texts are read as an application does; a moment costs the driver more than all else, so it stays as it came. */
    private static String fetch(Connection opened) throws SQLException {
        try (Connection connection = opened) {
            long[] sum = new long[1];
            long start = System.nanoTime();
            read(connection, row -> sum[0] += row.getLong(1) + (long) row.getDouble(2) + row.getString(3).length());
            return seconds(start);
        }
    }

    private static String checksum(Connection opened) throws SQLException {
        try (Connection connection = opened) {
            long[] sum = new long[1];
            long rows = read(connection, row -> {
                long hash = row.getLong(1);
                hash = hash * 31 + Double.doubleToLongBits(row.getDouble(2));
                hash = hash * 31 + row.getString(3).hashCode();
                hash = hash * 31 + row.getTimestamp(4).getTime();
                sum[0] += hash * 0x9E3779B97F4A7C15L;
            });
            return rows + " " + Long.toHexString(sum[0]);
        }
    }

    private static String copy(String direction, String format) {
        String table = direction.equals("FROM STDIN") ? "bench_copy" : "bench_rows";
        return "COPY " + table + " (id, value, name, moment) " + direction + " WITH (FORMAT " + format + ")";
    }

    private static String out(Connection opened, String format) throws SQLException, IOException {
        try (Connection connection = opened) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy("TO STDOUT", format), OutputStream.nullOutputStream());
            return seconds(start);
        }
    }

    private static String dump(Connection opened, String format, String path) throws SQLException, IOException {
        CRC32C sum = new CRC32C();
        try (Connection connection = opened;
                OutputStream file = new java.io.BufferedOutputStream(new FileOutputStream(path), PIECE)) {
            OutputStream both = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    sum.update(bytes, from, length);
                    file.write(bytes, from, length);
                }
            };
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy("TO STDOUT", format), both);
            return rows + " " + Long.toHexString(sum.getValue());
        }
    }

    private static String in(Connection opened, String format, String path) throws SQLException, IOException {
        try (Connection connection = opened;
                InputStream file = new FileInputStream(path)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy("FROM STDIN", format), file, PIECE);
            return seconds(start);
        }
    }

    private static String latency(Connection opened, boolean prepared, int count) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                PreparedStatement kept = connection.prepareStatement("SELECT 1")) {
            long[] nanos = new long[count];
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                try (ResultSet result = prepared ? kept.executeQuery() : statement.executeQuery("SELECT 1")) {
                    result.next();
                    if (result.getInt(1) != 1) {
                        throw new SQLException("SELECT 1 gives " + result.getInt(1));
                    }
                }
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return Double.toString(nanos[count / 2] / 1e3);
        }
    }
}
