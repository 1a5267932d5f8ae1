package io.millrace.benchmarks.http;

import io.millrace.benchmarks.engines.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many rows per second come out of a table, and go into one, through curl and through clients. Each way is a process of its own; for the clients only the
 * transfer counts, for curl its whole run. Used once.
 */
final class Transfers {
    private static final String SOURCE = "millrace_bench_rows";
    private static final String TARGET = "millrace_bench_copy";
    private static final String PYTHON = "clickhouse-connect";
    private static final String JDBC = "JDBC";

    /** All of them; what is no client's name is a format through curl. */
    static final List<String> WAYS = List.of("TSV", "JSONEachRow", "Native", "Parquet", PYTHON, JDBC);

    /** Times that each transfer is done, by turns; the best counts. One that takes long says enough the first time. */
    private static final int ROUNDS = 3;

    private static final double LONG_SECONDS = 20;

    private final Path project;
    private final Path cache;
    private final Path files;
    private final long rows;
    private final List<URI> servers;
    private final PrintWriter out;
    private final Map<String, Object> report = new LinkedHashMap<>();

    /** @param servers one, or two of which the second is what the first is compared with */
    Transfers(Path project, Path cache, Path files, long rows, List<URI> servers, PrintWriter out) {
        this.project = project;
        this.cache = cache;
        this.files = files;
        this.rows = rows;
        this.servers = servers;
        this.out = out;
    }

    /** Measures; what came out, by way and direction. */
    Map<String, Object> run(List<String> ways) throws IOException, InterruptedException {
        fill();
        for (String way : ways) {
            try {
                switch (way) {
                    case PYTHON -> python();
                    case JDBC -> jdbc();
                    default -> curl(way);
                }
            } catch (EngineException e) {
                say(way + " cannot be measured: " + e.getMessage());
            }
        }
        for (URI server : servers) {
            ask(server, "DROP TABLE IF EXISTS " + SOURCE);
            ask(server, "DROP TABLE IF EXISTS " + TARGET);
        }
        return report;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void fill() throws IOException, InterruptedException {
        say("filling tables of " + rows + " rows ...");
        for (URI server : servers) {
            ask(server, "DROP TABLE IF EXISTS " + SOURCE);
            ask(server, create(SOURCE));
            ask(
                    server,
                    "INSERT INTO " + SOURCE + " SELECT number, concat('name ', toString(number % 1000)), number / 7,"
                            + " toDate('2024-01-01') + number % 365 FROM numbers(" + rows + ")");
            ask(server, "OPTIMIZE TABLE " + SOURCE + " FINAL");
        }
        String other = servers.size() > 1 ? "    ClickHouse  times" : "";
        say("best of " + ROUNDS + "           select rows/s" + other + "   insert rows/s" + other);
    }

    private void curl(String format) throws IOException, InterruptedException {
        report("curl " + format, server -> curlSelect(server, format), server -> curlInsert(server, format));
        Files.deleteIfExists(file(format));
    }

    private void python() throws IOException, InterruptedException {
        report(PYTHON, List.of(Installed.python(project, cache).toString(), program("transfer.py")));
    }

    private void jdbc() throws IOException, InterruptedException {
        Path libraries = Installed.jdbc(project, cache);
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String access = "--enable-native-access=ALL-UNNAMED";
        report(JDBC, List.of(java, access, "-cp", libraries.resolve("*").toString(), program("Transfer.java")));
    }

    private static String create(String table) {
        return "CREATE TABLE " + table
                + " (id UInt64, name String, value Float64, day Date) ENGINE = MergeTree ORDER BY id";
    }

    private String program(String name) {
        return project.resolve("benchmarks/clients")
                .resolve(name)
                .toAbsolutePath()
                .toString();
    }

    private Path file(String format) {
        return files.resolve("rows." + format);
    }

    /** One transfer; empty when the server or the client cannot do it. */
    private interface Transfer {
        OptionalDouble seconds(URI server) throws IOException, InterruptedException;
    }

    private void report(String name, List<String> command) throws IOException, InterruptedException {
        report(name, server -> clientRun(command, "select", server), server -> clientRun(command, "insert", server));
    }

    private void report(String name, Transfer select, Transfer insert) throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-22s", name));
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        figures.put("select", measure(select, line));
        figures.put("insert", measure(server -> complete(server, insert.seconds(server)), line));
        report.put(name, figures);
        say(line.toString());
    }

    /** An insert counts only when its rows are there. */
    private OptionalDouble complete(URI server, OptionalDouble seconds) throws IOException, InterruptedException {
        String count = ask(server, "SELECT count() FROM " + TARGET).strip();
        return count.equals(Long.toString(rows)) ? seconds : OptionalDouble.empty();
    }

    /** Rows per second of each server, 0 for what it or the client cannot do; and how many times as fast ours is. */
    private List<Double> measure(Transfer transfer, StringBuilder line) throws IOException, InterruptedException {
        List<Double> best = new ArrayList<>(Collections.nCopies(servers.size(), 0.0));
        double longest = 0;
        for (int round = 0; round < ROUNDS && longest < LONG_SECONDS; round++) {
            for (int i = 0; i < servers.size(); i++) {
                URI server = servers.get(i);
                ask(server, "DROP TABLE IF EXISTS " + TARGET);
                ask(server, create(TARGET));
                OptionalDouble seconds = transfer.seconds(server);
                if (seconds.isPresent()) {
                    longest = Math.max(longest, seconds.getAsDouble());
                    best.set(i, Math.max(best.get(i), rows / seconds.getAsDouble()));
                }
            }
        }
        for (double rate : best) {
            line.append(String.format(Locale.ROOT, "%14s", rate > 0 ? Long.toString((long) rate) : "-"));
        }
        if (best.size() > 1) {
            boolean both = best.getFirst() > 0 && best.get(1) > 0;
            line.append(String.format(
                    Locale.ROOT,
                    "%7s",
                    both ? String.format(Locale.ROOT, "%.2f", best.getFirst() / best.get(1)) : "-"));
        }
        return best;
    }

    private OptionalDouble curlSelect(URI server, String format) throws IOException, InterruptedException {
        String query = "SELECT * FROM " + SOURCE + " FORMAT " + format;
        return timed(new ProcessBuilder("curl", "-sf", server.toString(), "--data-binary", query)
                .redirectOutput(file(format).toFile()));
    }

    private OptionalDouble curlInsert(URI server, String format) throws IOException, InterruptedException {
        String address = server + "?query=INSERT%20INTO%20" + TARGET + "%20FORMAT%20" + format;
        return timed(new ProcessBuilder("curl", "-sf", "-XPOST", "-T-", address)
                .redirectInput(file(format).toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }

    private static OptionalDouble timed(ProcessBuilder command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        boolean done = command.start().waitFor() == 0;
        return done ? OptionalDouble.of((System.nanoTime() - start) / 1e9) : OptionalDouble.empty();
    }

    private OptionalDouble clientRun(List<String> command, String mode, URI server)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                mode, server.getHost(), Integer.toString(server.getPort()), SOURCE, TARGET, Long.toString(rows)));
        Process process = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? OptionalDouble.of(Double.parseDouble(answer)) : OptionalDouble.empty();
    }

    private static String ask(URI server, String sql) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new EngineException(server + " answers " + sql + " with " + answer.body());
            }
            return answer.body();
        }
    }
}
