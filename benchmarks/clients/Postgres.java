import java.io.BufferedOutputStream;
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
 * sql URL STATEMENT                       done
 * value URL QUERY                         the first value of its result
 * fetch text|binary URL TABLE             seconds
 * checksum text|binary URL TABLE          rows and a checksum of their values, in no order
 * out text|csv|binary URL TABLE           seconds
 * dump text|csv|binary URL TABLE FILE     rows and a checksum of the data, in no order
 * in text|csv|binary URL TABLE FILE       seconds
 * latency simple|prepared URL N           the median in microseconds
 * </pre>
 *
 * <p>Fields are separated by tabs.
 */
public final class Postgres {
    private static final int FETCH_ROWS = 10_000;
    private static final int PIECE = 1 << 16;

    private Postgres() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            try {
                System.out.println(run(line.split("\t")));
            } catch (SQLException | IOException e) {
                System.out.println("error " + String.valueOf(e.getMessage()).replace('\n', ' '));
            }
        }
    }

    private static String run(String[] command) throws SQLException, IOException {
        String how = command[1];
        return switch (command[0]) {
            case "sql" -> sql(connect(command[1], false), command[2]);
            case "value" -> value(connect(command[1], false), command[2]);
            case "fetch" -> fetch(connect(command[2], how.equals("binary")), command[3]);
            case "checksum" -> checksum(connect(command[2], how.equals("binary")), command[3]);
            case "out" -> out(connect(command[2], false), how, command[3]);
            case "dump" -> dump(connect(command[2], false), how, command[3], command[4]);
            case "in" -> in(connect(command[2], false), how, command[3], command[4]);
            case "latency" -> latency(connect(command[2], false), how.equals("prepared"), Integer.parseInt(command[3]));
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

    private static String sql(Connection opened, String text) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            statement.execute(text);
            return "done";
        }
    }

    private static String value(Connection opened, String query) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static long read(Connection connection, String table, Row row) throws SQLException {
        connection.setAutoCommit(false);
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT id, value, name, moment FROM " + table)) {
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

    /** Numbers and texts are read as an application does; a moment costs the driver more than all the rest, so it stays as it came. */
    private static String fetch(Connection opened, String table) throws SQLException {
        try (Connection connection = opened) {
            double[] sum = new double[1];
            long start = System.nanoTime();
            read(connection, table, row -> sum[0] += row.getLong(1) + row.getDouble(2) + row.getString(3).length());
            return Double.isNaN(sum[0]) ? "error no numbers came" : seconds(start);
        }
    }

    private static String checksum(Connection opened, String table) throws SQLException {
        try (Connection connection = opened) {
            long[] sum = new long[1];
            long rows = read(connection, table, row -> {
                long hash = row.getLong(1);
                hash = hash * 31 + Double.doubleToLongBits(row.getDouble(2));
                hash = hash * 31 + row.getString(3).hashCode();
                hash = hash * 31 + row.getTimestamp(4).getTime();
                sum[0] += mixed(hash);
            });
            return rows + " rows, " + Long.toHexString(sum[0]);
        }
    }

    private static long mixed(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private static String copy(String table, String direction, String format) {
        return "COPY " + table + " (id, value, name, moment) " + direction + " WITH (FORMAT " + format + ")";
    }

    private static long copyOut(Connection connection, String format, String table, OutputStream to)
            throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(table, "TO STDOUT", format), to);
    }

    private static String out(Connection opened, String format, String table) throws SQLException, IOException {
        try (Connection connection = opened) {
            long start = System.nanoTime();
            copyOut(connection, format, table, OutputStream.nullOutputStream());
            return seconds(start);
        }
    }

    private static String dump(Connection opened, String format, String table, String path)
            throws SQLException, IOException {
        try (Connection connection = opened;
                Dump dump = new Dump(new BufferedOutputStream(new FileOutputStream(path), PIECE))) {
            long rows = copyOut(connection, format, table, dump);
            return rows + " rows, " + Long.toHexString(dump.sum);
        }
    }

    /** Adds up the checksums of what is written: pgjdbc writes row by row, and the first row of binary data has the header before it. */
    private static final class Dump extends OutputStream {
        private static final byte[] HEADER = "PGCOPY\n".getBytes(StandardCharsets.US_ASCII);
        private static final int HEADER_BYTES = 19;

        private final OutputStream file;
        private final CRC32C crc = new CRC32C();
        private long sum;

        Dump(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            boolean header = length >= HEADER_BYTES && Arrays.equals(bytes, from, from + HEADER.length, HEADER, 0, HEADER.length);
            int skipped = header ? HEADER_BYTES : 0;
            crc.reset();
            crc.update(bytes, from + skipped, length - skipped);
            sum += mixed(crc.getValue());
            file.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static String in(Connection opened, String format, String table, String path)
            throws SQLException, IOException {
        try (Connection connection = opened;
                InputStream file = new FileInputStream(path)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy(table, "FROM STDIN", format), file, PIECE);
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
