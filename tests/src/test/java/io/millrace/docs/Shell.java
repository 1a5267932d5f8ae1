package io.millrace.docs;

import io.millrace.testing.TestServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory in which the commands of one page run: {@code ./millrace} is the program on the test's class path, {@code ./data} the server's data directory, and
 * {@code localhost:8123} the server. One thread at a time.
 */
final class Shell implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String ADDRESS = "localhost:8123";

    private final Path directory;
    private final int port;

    Shell(TestServer server) throws IOException {
        this.directory = Files.createTempDirectory("millrace-docs-");
        this.port = server.uri().getPort();
        Files.createSymbolicLink(directory.resolve("data"), server.data());
        Path program = directory.resolve("millrace");
        Files.writeString(program, launcher());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private String launcher() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return """
                #!/bin/sh
                if [ "$1" = client ]; then shift; set -- client --port PORT "$@"; fi
                exec 'JAVA' -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp 'CLASS_PATH' \
                    io.millrace.app.Main "$@"
                """.replace("PORT", Integer.toString(port))
                .replace("JAVA", java)
                .replace("CLASS_PATH", System.getProperty("java.class.path"));
    }

    /** What some commands print to both streams. Progress meters of curl are off, because nobody looks. */
    String run(String commands) throws IOException, InterruptedException {
        Path output = directory.resolve(".output");
        String script = "curl() { command curl -s \"$@\"; }\n" + commands.replace(ADDRESS, "localhost:" + port);
        Process process = new ProcessBuilder(List.of("sh", "-c", script))
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return "no end within " + PATIENCE_SECONDS + " s";
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
