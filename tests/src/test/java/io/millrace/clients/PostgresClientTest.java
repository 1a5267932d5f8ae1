package io.millrace.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's clients, driven by the programs in {@code tests/clients/postgres}: psql, pgjdbc, Redshift's driver, psycopg, asyncpg, SQLAlchemy, pandas, pg and postgres.js. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresClientTest {
    private static final Path FOLDER = ClientPrograms.folder("postgres");

    /** HTTP answers a moment earlier than the PostgreSQL interface. */
    private static final String READY = "Ready for connections";

    private final String port = Integer.toString(TestServer.freePort());
    private final TestServer server = TestServer.start("--default-password", "password", "--postgresql-port", port);

    @BeforeAll
    void await() {
        server.awaitOutput(READY);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Map<String, String> environment(String... more) {
        Map<String, String> environment =
                new HashMap<>(Map.of("MILLRACE_PORT", port, "MILLRACE_PASSWORD", "password", "PYTHONUNBUFFERED", "1"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    @TestFactory
    Stream<DynamicTest> drivers() throws IOException {
        return ClientPrograms.cases(List.of(python(), "-W", "ignore", "-B", "drivers.py"), FOLDER, environment());
    }

    /** What the clients ask the catalog, and the answers as they were recorded. */
    @TestFactory
    Stream<DynamicTest> catalog() throws IOException {
        return ClientPrograms.cases(List.of(python(), "-B", "shapes.py"), FOLDER, environment());
    }

    /** Statements in PostgreSQL's SQL, and the answers as they were recorded beside a real PostgreSQL's. */
    @TestFactory
    Stream<DynamicTest> dialect() throws IOException {
        return ClientPrograms.cases(List.of(python(), "-B", "dialect.py"), FOLDER, environment());
    }

    /** What mappers of objects and data frames send. */
    @TestFactory
    Stream<DynamicTest> mappers() throws IOException {
        return ClientPrograms.cases(List.of(python(), "-W", "ignore", "-B", "mappers.py"), FOLDER, environment());
    }

    /** Python with the packages. */
    private static String python() throws IOException {
        Path venv = ClientPrograms.cache("postgres-python");
        Path list = FOLDER.resolve("requirements.txt");
        String python = venv.resolve("bin").resolve("python").toString();
        ClientPrograms.install(
                venv,
                Files.readString(list),
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
                                list.toString())));
        return python;
    }

    @TestFactory
    Stream<DynamicTest> node() throws IOException {
        Path modules = ClientPrograms.cache("postgres-js");
        Path list = FOLDER.resolve("package.json");
        ClientPrograms.install(
                modules,
                Files.readString(list),
                List.of(
                        List.of("cp", list.toString(), modules.toString()),
                        List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", modules.toString())));
        return ClientPrograms.cases(
                List.of("node", "client.mjs"), FOLDER, environment("MILLRACE_MODULES", modules.toString()));
    }

    @TestFactory
    Stream<DynamicTest> jdbc() throws IOException {
        return java("postgres-java", FOLDER.resolve("pom.xml"), "PostgresJdbc.java");
    }

    /** Amazon's driver, which descends from PostgreSQL's and knows no SCRAM. */
    @TestFactory
    Stream<DynamicTest> redshift() throws IOException {
        return java("redshift-java", FOLDER.resolve("redshift").resolve("pom.xml"), "RedshiftJdbc.java");
    }

    private Stream<DynamicTest> java(String name, Path pom, String program) throws IOException {
        Path libraries = ClientPrograms.cache(name);
        ClientPrograms.installJars(libraries, pom);
        return ClientPrograms.cases(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        libraries.resolve("*").toString(),
                        program),
                FOLDER,
                environment());
    }

    /** The page of the manual, with a server configured as the page says. */
    @TestFactory
    Stream<DynamicTest> manual(@TempDir Path directory) throws Exception {
        assumeTrue(Commands.isInstalled("python3"), "python3, which plays the terminal, is not installed");
        String configuredPort = Integer.toString(TestServer.freePort());
        Path certificates = Files.createDirectory(directory.resolve("tls"));
        boolean encrypted = Commands.isInstalled("openssl");
        if (encrypted) {
            Commands.run("cd '" + certificates + "' && sh '" + FOLDER.resolve("certificates.sh") + "'");
        }
        Path configured = FOLDER.resolve("configured");
        try (Stream<Path> files = Files.walk(configured)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (encrypted || !file.endsWith("ssl.xml")) {
                    Path copy = directory.resolve(configured.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    String text = Files.readString(file);
                    Files.writeString(
                            copy, text.replace("9005", configuredPort).replace("/path/to", certificates.toString()));
                }
            }
        }
        try (TestServer manual =
                TestServer.startAsConfigured(directory.resolve("config.xml"), directory.resolve("data"))) {
            Path log = Files.writeString(directory.resolve("log.txt"), manual.awaitOutput(READY));
            return ClientPrograms.cases(
                    List.of("python3", "-B", "manual.py"),
                    FOLDER,
                    environment(
                            "MILLRACE_PORT",
                            configuredPort,
                            "MILLRACE_LOG",
                            log.toString(),
                            "MILLRACE_CERTIFICATES",
                            encrypted ? certificates.toString() : ""));
        }
    }
}
