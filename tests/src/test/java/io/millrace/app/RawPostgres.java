package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A client that writes and reads single messages. */
final class RawPostgres implements AutoCloseable {
    private Socket socket;
    private DataInputStream in;
    private DataOutputStream out;
    private byte[] lastBody = {};
    private String lastError = "";
    private byte[] key = {};

    RawPostgres(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /**
     * @param from the address that the client has
     */
    RawPostgres(int port, String from) throws IOException {
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = new DataOutputStream(socket.getOutputStream());
    }

    static RawPostgres loggedIn(int port) throws IOException {
        return loggedIn(port, "127.0.0.1");
    }

    static RawPostgres loggedIn(int port, String from) throws IOException {
        RawPostgres raw = new RawPostgres(port, from);
        raw.startup("user", "default", "database", "default");
        assertThat(raw.next()).startsWith("R");
        raw.send('p', text("secret"));
        assertThat(raw.until('Z')).startsWith("R S S");
        return raw;
    }

    void startup(String... pairs) throws IOException {
        out.write(startupPacket(196_608, pairs));
    }

    static byte[] startupPacket(int version, String... pairs) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String word : pairs) {
            body.writeBytes(text(word));
        }
        body.write(0);
        return joined(number(body.size() + 8), number(version), body.toByteArray());
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A message as {@link #send} sends it. */
    static byte[] message(char type, byte[]... parts) {
        byte[] body = joined(parts);
        return joined(new byte[] {(byte) type}, number(body.length + 4), body);
    }

    static byte[] parse(String name, String sql, int... types) {
        byte[][] numbers = new byte[types.length][];
        for (int i = 0; i < types.length; i++) {
            numbers[i] = number(types[i]);
        }
        return message('P', text(name), text(sql), shorts(types.length), joined(numbers));
    }

    /** With values as text; null stands for NULL. */
    static byte[] bind(String portal, String statement, String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String value : values) {
            byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(number(value == null ? -1 : utf8.length));
            bytes.writeBytes(utf8);
        }
        return message('B', text(portal), text(statement), shorts(0, values.length), bytes.toByteArray(), shorts(0));
    }

    static byte[] execute(String portal, int most) {
        return message('E', text(portal), number(most));
    }

    static byte[] describe(char kind, String name) {
        return message('D', new byte[] {(byte) kind}, text(name));
    }

    static byte[] sync() {
        return message('S');
    }

    static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    void send(char type, byte[]... parts) throws IOException {
        out.write(message(type, parts));
    }

    /** Sends messages and gives the answers up to the next ReadyForQuery. */
    String answers(byte[]... messages) throws IOException {
        out.write(joined(messages));
        return until('Z');
    }

    /** All that comes up to the end of the connection. */
    String rest() throws IOException {
        List<String> messages = new ArrayList<>();
        try {
            while (true) {
                messages.add(next());
            }
        } catch (EOFException end) {
            return String.join(" ", messages);
        }
    }

    /** A message with its content: what comes behind type and length. */
    byte[] body(char type) throws IOException {
        assertThat((char) in.readByte()).isEqualTo(type);
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        return body;
    }

    /** What was in the message that {@link #next} gave. */
    byte[] lastBody() {
        return lastBody;
    }

    /** A field of the error that came last. */
    String lastError(char code) {
        return field(lastError, code);
    }

    /** Asks through a connection of its own to cancel what this one waits for; returns when that one has been closed. */
    void cancel() throws IOException {
        try (RawPostgres other = new RawPostgres(((InetSocketAddress) socket.getRemoteSocketAddress()).getPort())) {
            other.write(joined(number(8 + key.length), number(80_877_102), key));
            assertThat(other.bare()).isEqualTo(-1);
        }
    }

    /** A byte that stands alone; -1 at the end. */
    int bare() throws IOException {
        return in.read();
    }

    /** Continues with TLS over the same connection, whatever the certificate. */
    void encrypt() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        socket = context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = new DataOutputStream(socket.getOutputStream());
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static byte[] shorts(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) (values[i] >> 8);
            bytes[2 * i + 1] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /** The next message: its type, and for rows, tags, errors and the status what is in it. */
    String next() throws IOException {
        int type = in.readByte();
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        lastBody = body;
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (type) {
            case 'C' -> "C(" + text.strip().replace("\0", "") + ")";
            case 'Z' -> "Z" + text;
            case 'K' -> {
                key = body;
                yield "K" + body.length;
            }
            case 'E' -> {
                lastError = text;
                yield "E(" + field(text, 'C') + ")";
            }
            case 'D' -> {
                StringBuilder row = new StringBuilder("D(");
                int at = 2;
                for (int i = 0; i < body[1]; i++) {
                    int length = java.nio.ByteBuffer.wrap(body, at, 4).getInt();
                    row.append(i == 0 ? "" : ",")
                            .append(length < 0 ? "NULL" : new String(body, at + 4, length, StandardCharsets.UTF_8));
                    at += 4 + Math.max(0, length);
                }
                yield row.append(')').toString();
            }
            default -> String.valueOf((char) type);
        };
    }

    private static String field(String text, char code) {
        for (String part : text.split("\0")) {
            if (!part.isEmpty() && part.charAt(0) == code) {
                return part.substring(1);
            }
        }
        return "";
    }

    /** Reads over a message and gives its type. */
    char skip() throws IOException {
        char type = (char) in.readByte();
        in.skipNBytes(in.readInt() - 4L);
        return type;
    }

    /** What COPY TO STDOUT sends, as text. */
    String copyOut(String sql) throws IOException {
        send('Q', text(sql));
        StringBuilder data = new StringBuilder();
        int type;
        do {
            type = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (type == 'd') {
                data.append(new String(body, StandardCharsets.UTF_8));
            }
        } while (type != 'Z');
        return data.toString();
    }

    String until(char last) throws IOException {
        List<String> messages = new ArrayList<>();
        String message;
        do {
            message = next();
            messages.add(message);
        } while (message.charAt(0) != last);
        return String.join(" ", messages);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Sends no more and reads what still comes. */
    void readToEnd() throws IOException {
        socket.shutdownOutput();
        while (in.read() >= 0) {}
    }

    String query(String sql) throws IOException {
        send('Q', text(sql));
        return until('Z');
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
