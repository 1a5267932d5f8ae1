package io.millrace.benchmarks.http;

import io.millrace.benchmarks.engines.ClickHouseEngine;
import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real ClickHouse engine with a thin HTTP face, as a child process on a free port of the loopback address. */
final class Reference implements AutoCloseable {
    private final Process process;
    private final URI uri;

    private Reference(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts it, fetching the engine first if it is not in the cache.
     *
     * @param files an empty directory for its tables
     * @throws EngineException saying why there is none
     */
    static Reference start(Path project, Path cache, Path files) {
        try {
            Path modules = ClickHouseEngine.install(project.resolve("benchmarks/oracle"), cache);
            int port = ServerProcess.freePort();
            ProcessBuilder builder = new ProcessBuilder(
                            "node",
                            project.resolve("tests/oracle/engine-over-http.mjs")
                                    .toAbsolutePath()
                                    .toString(),
                            Integer.toString(port),
                            files.resolve("reference").toString())
                    .redirectError(files.resolve("reference.log").toFile());
            builder.environment().put("CHDB_DIR", modules.toAbsolutePath().toString());
            builder.environment().put("UV_THREADPOOL_SIZE", "64");
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            if (said.readLine() == null) {
                throw new EngineException(
                        "ClickHouse: the engine's process ended; see " + files.resolve("reference.log"));
            }
            return new Reference(process, URI.create("http://127.0.0.1:" + port + "/"));
        } catch (IOException e) {
            throw new EngineException("ClickHouse: " + e.getMessage(), e);
        }
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
