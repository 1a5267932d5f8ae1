package io.millrace.clients;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The JavaScript client for Node, driven by the program in {@code tests/clients/js}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavaScriptClientTest {
    private final TestServer server = TestServer.start("--default-password", "password");

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> newest() throws IOException {
        Path folder = ClientPrograms.folder("js");
        Path modules = ClientPrograms.cache("js");
        Path list = folder.resolve("package.json");
        ClientPrograms.install(
                modules,
                Files.readString(list),
                List.of(
                        List.of("cp", list.toString(), modules.toString()),
                        List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", modules.toString())));
        return ClientPrograms.cases(
                List.of("node", "client.mjs"),
                folder,
                Map.of(
                        "MILLRACE_MODULES", modules.toString(),
                        "MILLRACE_PORT", Integer.toString(server.uri().getPort()),
                        "MILLRACE_PASSWORD", "password"));
    }
}
