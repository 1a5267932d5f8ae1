package io.millrace.clients;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The Java clients, client-v2 and jdbc-v2, driven by the program in {@code tests/clients/java}; they run in a process and with libraries of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavaClientTest {
    private final TestServer server = TestServer.start("--default-password", "password");

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> newest() throws IOException {
        Path folder = ClientPrograms.folder("java");
        Path libraries = ClientPrograms.cache("java");
        Path list = folder.resolve("pom.xml");
        ClientPrograms.installJars(libraries, list);
        return ClientPrograms.cases(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        libraries.resolve("*").toString(),
                        "JavaClients.java"),
                folder,
                Map.of("MILLRACE_PORT", Integer.toString(server.uri().getPort()), "MILLRACE_PASSWORD", "password"));
    }
}
