package io.millrace.clients;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The Python client and its SQLAlchemy dialect, the newest version and 0.9.2, driven by the programs in {@code tests/clients/python}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PythonClientTest {
    private static final List<String> MODULES =
            List.of("seed003", "basics", "streams", "roundtrips", "frames", "aio", "methods", "alchemy", "superset");

    private final String tlsPort = Integer.toString(TestServer.freePort());
    private final TestServer server = TestServer.start("--default-password", "password", "--https-port", tlsPort);

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> newest() throws IOException {
        return cases("requirements.txt", "python-newest");
    }

    @TestFactory
    Stream<DynamicTest> version092() throws IOException {
        return cases("requirements-0.9.2.txt", "python-0.9.2");
    }

    private Stream<DynamicTest> cases(String requirements, String environment) throws IOException {
        Path folder = ClientPrograms.folder("python");
        Path venv = ClientPrograms.cache(environment);
        String python = venv.resolve("bin").resolve("python").toString();
        ClientPrograms.install(
                venv,
                Files.readString(folder.resolve(requirements)),
                List.of(
                        List.of("python3", "-m", "venv", venv.toString()),
                        List.of(
                                python,
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--disable-pip-version-check",
                                "-r",
                                folder.resolve(requirements).toString())));
        List<String> command = new ArrayList<>(List.of(python, "-W", "ignore", "-B", "runner.py"));
        command.addAll(MODULES);
        return ClientPrograms.cases(
                command,
                folder,
                Map.of(
                        "MILLRACE_PORT",
                        Integer.toString(server.uri().getPort()),
                        "MILLRACE_TLS_PORT",
                        tlsPort,
                        "MILLRACE_PASSWORD",
                        "password",
                        "PYTHONUNBUFFERED",
                        "1"));
    }
}
