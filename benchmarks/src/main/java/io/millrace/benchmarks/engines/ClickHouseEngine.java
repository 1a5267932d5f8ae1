package io.millrace.benchmarks.engines;

import io.millrace.benchmarks.hits.HitsQuery;
import io.millrace.benchmarks.hits.HitsSchema;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A real ClickHouse engine: the npm package chdb in a child process of Node.js that {@code clickhouse.mjs} drives and
 * that measures its own times, so that no transport is in them. Its tables stay in the cache directory.
 */
public final class ClickHouseEngine implements Engine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MEMORY_PER_QUERY = 6_000_000_000L;

    private final Path script;
    private final Path modules;
    private final Path data;
    private final int threads;
    private Process process;
    private BufferedWriter commands;
    private BufferedReader answers;

    @SuppressWarnings("NullAway.Init") // open(), which every factory calls, starts the process
    private ClickHouseEngine(Path script, Path modules, Path data, int threads) {
        this.script = script;
        this.modules = modules;
        this.data = data;
        this.threads = threads;
    }

    /**
     * Starts the engine, fetching it first if it is not in the cache.
     *
     * @param oracle the folder with {@code package.json} and {@code clickhouse.mjs}
     * @param cache where fetched programs are kept
     * @param data where the engine keeps its tables
     */
    public static ClickHouseEngine start(Path oracle, Path cache, Path data, int threads) {
        try {
            Path modules = install(oracle, cache);
            Files.createDirectories(data);
            ClickHouseEngine engine = new ClickHouseEngine(oracle.resolve("clickhouse.mjs"), modules, data, threads);
            engine.open();
            return engine;
        } catch (IOException e) {
            throw new EngineException("ClickHouse: " + e, e);
        }
    }

    /** The folder whose {@code node_modules} has the engine; it is fetched if it is not in the cache. */
    public static Path install(Path oracle, Path cache) throws IOException {
        Path modules = cache.resolve("clickhouse");
        if (!Files.isDirectory(modules.resolve("node_modules/chdb"))) {
            Files.createDirectories(modules);
            Files.copy(
                    oracle.resolve("package.json"),
                    modules.resolve("package.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Fetch.run(modules, List.of("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"), "ClickHouse");
        }
        return modules;
    }

    private void open() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "node",
                            script.toAbsolutePath().toString(),
                            modules.toAbsolutePath().toString(),
                            data.toAbsolutePath().toString(),
                            Integer.toString(threads),
                            Long.toString(MEMORY_PER_QUERY))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            modules.resolve("engine.log").toFile()));
            builder.environment().put("UV_THREADPOOL_SIZE", "64");
            builder.environment().put("TZ", "UTC");
            process = builder.start();
            commands = process.outputWriter(StandardCharsets.UTF_8);
            answers = process.inputReader(StandardCharsets.UTF_8);
            execute("SELECT 1");
        } catch (IOException e) {
            throw new EngineException("ClickHouse: cannot run node: " + e.getMessage(), e);
        }
    }

    private JsonNode command(Map<String, ?> command) {
        try {
            commands.write(JSON.writeValueAsString(command));
            commands.write('\n');
            commands.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new EngineException(
                        "ClickHouse: the engine's process ended; see " + modules.resolve("engine.log"));
            }
            JsonNode answer = JSON.readTree(line);
            if (answer.has("error")) {
                throw new EngineException("ClickHouse: " + answer.get("error").asString());
            }
            return answer;
        } catch (IOException e) {
            throw new EngineException("ClickHouse: " + e, e);
        }
    }

    private double execute(String sql) {
        return command(Map.of("sql", sql, "discard", true)).get("ms").asDouble();
    }

    private Answer answer(String sql) {
        JsonNode answer = command(Map.of("sql", sql));
        return Answer.ofTabSeparated(
                answer.get("ms").asDouble(), answer.get("result").asString());
    }

    @Override
    public String name() {
        return "clickhouse";
    }

    @Override
    public String version() {
        return answer("SELECT version()").rows().getFirst().getFirst();
    }

    @Override
    public Optional<Load> loadHits(Path tsv, long rows) {
        if (!answer("EXISTS TABLE hits").rows().getFirst().getFirst().equals("0")) {
            if (Long.parseLong(
                            answer("SELECT count() FROM hits").rows().getFirst().getFirst())
                    == rows) {
                return Optional.empty();
            }
            execute("DROP TABLE hits");
        }
        execute(HitsSchema.createMergeTree("hits"));
        double millis = execute("INSERT INTO hits SELECT * FROM " + file(tsv, "TSV"));
        return Optional.of(new Load(millis, execute("OPTIMIZE TABLE hits FINAL")));
    }

    private static String file(Path path, String format) {
        return "file('" + path.toAbsolutePath() + "', '" + format + "', '" + HitsSchema.structure() + "')";
    }

    @Override
    public Optional<Double> loadFile(Path file, String format, long rows) {
        execute("DROP TABLE IF EXISTS loaded");
        execute(HitsSchema.createMergeTree("loaded"));
        double millis = execute("INSERT INTO loaded SELECT * FROM " + file(file, format));
        execute("DROP TABLE loaded");
        return Optional.of(millis);
    }

    @Override
    public boolean export(Path file, String format, long rows) {
        execute("INSERT INTO FUNCTION " + file(file, format) + " SELECT * FROM hits LIMIT " + rows
                + " SETTINGS max_threads = 1, engine_file_truncate_on_insert = 1");
        return true;
    }

    @Override
    public Answer run(HitsQuery query) {
        return answer(query.sql());
    }

    @Override
    public Clients runClients(List<String> queries, int clients, int seconds) {
        JsonNode answer = command(Map.of("queries", queries, "clients", clients, "seconds", seconds));
        double[] latencies = answer.get("latencies")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return new Clients(answer.get("ms").asDouble(), latencies);
    }

    @Override
    public boolean restart() {
        close();
        open();
        return true;
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
