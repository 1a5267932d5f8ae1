package io.millrace.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page of another site can send through the browser of someone on this machine. */
final class OtherSitesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ask(String request) throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\n",
                "Host: localhost\nOrigin: http://evil.example\n",
                "Host: localhost\nOrigin: null\n",
                "Host: localhost.evil.example\nOrigin: http://localhost.evil.example\n",
                "Host: localhost\nOrigin: http://evil.example\nContent-Type: text/plain\n",
                "Host: localhost\nOrigin: http://evil.example\nContent-Type: application/x-www-form-urlencoded\n",
                "Host: localhost\nOrigin: http://evil.example\nContent-Type: multipart/form-data; boundary=x\n",
            })
    void nothingIsDoneForThem(String headers) throws IOException {
        String body = "CREATE DATABASE stolen";
        for (String path : new String[] {"/", "/?add_http_cors_header=1", "/?user=default&password="}) {
            String answer = ask("POST " + path + " HTTP/1.1\n" + headers + "Connection: close\nContent-Length: "
                    + body.length() + "\n\n" + body);
            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow-Origin");
        }
        String databases = ask("GET /?query=SHOW%20DATABASES HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        assertThat(databases).doesNotContain("stolen");
    }

    @Test
    void thePagesAllowOnlyTheirOwnScript() throws IOException {
        for (String page : new String[] {"/play", "/dashboard"}) {
            String answer = ask("GET " + page + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains(
                            "Content-Security-Policy: default-src 'none'",
                            "frame-ancestors 'none'",
                            "script-src 'sha256-")
                    .contains("X-Content-Type-Options: nosniff")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("innerHTML")
                    .doesNotContain("src=\"http");
        }
    }
}
