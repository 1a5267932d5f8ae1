package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that writes and reads single messages. */
final class RawPostgres implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    RawPostgres(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = new DataOutputStream(socket.getOutputStream());
    }

    static RawPostgres loggedIn(int port) throws IOException {
        RawPostgres raw = new RawPostgres(port);
        raw.startup("user", "default", "database", "default");
        assertThat(raw.next()).startsWith("R");
        raw.send('p', text("secret"));
        assertThat(raw.until('Z')).startsWith("R S S");
        return raw;
    }

    void startup(String... pairs) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String word : pairs) {
            body.writeBytes(text(word));
        }
        body.write(0);
        out.writeInt(body.size() + 8);
        out.writeInt(196_608);
        out.write(body.toByteArray());
    }

    static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    void send(char type, byte[]... parts) throws IOException {
        int length = 4;
        for (byte[] part : parts) {
            length += part.length;
        }
        out.writeByte(type);
        out.writeInt(length);
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
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
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (type) {
            case 'C' -> "C(" + text.strip().replace("\0", "") + ")";
            case 'Z' -> "Z" + text;
            case 'E' -> "E(" + field(text, 'C') + ")";
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
