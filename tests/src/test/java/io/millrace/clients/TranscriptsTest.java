package io.millrace.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Conversations with the server byte by byte, as they are recorded in {@code tests/clients/curl/transcripts}: a name behind "===", the request, "---",
 * the answer; {@code [tls]} behind a name goes over TLS, {@code [configured]} to a server with {@code config.xml}. A line ends with a line feed unless {@code \c} ends it; {@code \r}, {@code \\} and {@code \xHH} are bytes.
 */
final class TranscriptsTest {
    private static final Path FOLDER = Path.of("clients/curl");
    private static final int PATIENCE_MILLIS = 30_000;

    private static TestServer plain;
    private static TestServer configured;
    private static int tlsPort;

    @BeforeAll
    static void start() {
        tlsPort = TestServer.freePort();
        plain = TestServer.start("--https-port", Integer.toString(tlsPort));
        configured = TestServer.start(
                "--config", FOLDER.resolve("config.xml").toAbsolutePath().toString());
    }

    @AfterAll
    static void stop() {
        plain.close();
        configured.close();
    }

    @TestFactory
    Stream<DynamicContainer> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("transcripts"))) {
            return files.sorted().toList().stream()
                    .map(file -> dynamicContainer(file.getFileName().toString(), conversations(file)));
        }
    }

    private static Stream<DynamicTest> conversations(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> blocks = Arrays.asList(("\n" + text).split("\n=== ", -1));
        return blocks.subList(1, blocks.size()).stream().map(block -> {
            String[] lines = block.split("\n", 2);
            int separator = lines[1].indexOf("\n---\n");
            String request = lines[1].substring(0, separator);
            String answer = lines[1].substring(separator + 5);
            boolean last = !answer.endsWith("\n");
            return dynamicTest(lines[0], () -> {
                TestServer server = lines[0].endsWith("[configured]") ? configured : plain;
                String given = Transcript.written(ask(server, lines[0].endsWith("[tls]"), Transcript.bytes(request)));
                String wanted = last ? answer : answer.substring(0, answer.length() - 1);
                assertThat(given).matches(Transcript.pattern(wanted));
            });
        });
    }

    private static byte[] ask(TestServer server, boolean tls, byte[] request) throws IOException {
        try (Socket socket = tls
                ? TrustingSocket.open(server.uri().getHost(), tlsPort)
                : new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            return socket.getInputStream().readAllBytes();
        }
    }
}
