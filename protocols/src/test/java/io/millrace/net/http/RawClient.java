package io.millrace.net.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A socket that sends exactly the bytes a test wants; texts are one character per byte. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    final Socket socket = new Socket();
    private final InputStream in;

    RawClient(InetSocketAddress address) throws IOException {
        socket.connect(address, TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Everything until the server closes. */
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        int count;
        try {
            while ((count = in.read(piece)) >= 0) {
                all.write(piece, 0, count);
            }
        } catch (SocketException reset) {
            return all.toString(StandardCharsets.ISO_8859_1) + "<reset>";
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    String readUntil(String end) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(end) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("The server closed after: " + all);
            }
            all.append((char) b);
        }
        return all.toString();
    }

    String readHead() throws IOException {
        return readUntil("\r\n\r\n");
    }

    /** A response with Content-Length: its head and body. */
    String readResponse() throws IOException {
        String head = readHead();
        int at = head.indexOf("Content-Length: ");
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
