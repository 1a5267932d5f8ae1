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
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How many rows per second come out of a table, and go into one, through curl and through clients. Each way is a process of its own; for the clients only the
 * transfer counts, for curl its whole run. Used once.
 */
final class Transfers {
    private static final String SOURCE = "millrace_bench_rows";
    private static final String TARGET = "millrace_bench_copy";
    private static final List<String> FORMATS = List.of("TSV", "JSONEachRow", "Native", "Parquet");

    private final Path project;
    private final Path files;
    private final long rows;
    private final List<URI> servers;
    private final PrintWriter out;

    /** @param servers one, or two of which the second is what the first is compared with */
    Transfers(Path project, Path files, long rows, List<URI> servers, PrintWriter out) {
        this.project = project;
        this.files = files;
        this.rows = rows;
        this.servers = servers;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        fill();
        curl();
        python();
        jdbc();
        for (URI server : servers) {
            ask(server, "DROP TABLE IF EXISTS " + SOURCE);
            ask(server, "DROP TABLE IF EXISTS " + TARGET);
        }
    }

    private void fill() throws IOException, InterruptedException {
        for (URI server : servers) {
            ask(server, "DROP TABLE IF EXISTS " + SOURCE);
            ask(server, create(SOURCE));
            ask(
                    server,
                    "INSERT INTO " + SOURCE + " SELECT number, concat('name ', toString(number % 1000)), number / 7,"
                            + " toDate('2024-01-01') + number % 365 FROM numbers(" + rows + ")");
        }
        out.println(rows + " rows         select rows/s" + (servers.size() > 1 ? "     other  ratio" : "")
                + "   insert rows/s" + (servers.size() > 1 ? "     other  ratio" : ""));
    }

    private void curl() throws IOException, InterruptedException {
        for (String format : FORMATS) {
            report("curl " + format, server -> curlSelect(server, format), server -> curlInsert(server, format));
            Files.deleteIfExists(file(format));
        }
    }

    private static Path installed(String path) {
        return Path.of(System.getProperty("user.home", "."), ".cache", "millrace-tests")
                .resolve(path);
    }

    private void python() throws IOException, InterruptedException {
        Path python = installed("python-newest/bin/python");
        if (Files.isExecutable(python)) {
            report("clickhouse-connect", List.of(python.toString(), program("transfer.py")));
        } else {
            out.println("clickhouse-connect: not installed; the tests of clients install it");
        }
    }

    private void jdbc() throws IOException, InterruptedException {
        Path libraries = installed("java");
        if (Files.isDirectory(libraries)) {
            String java =
                    Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
            String access = "--enable-native-access=ALL-UNNAMED";
            report("JDBC", List.of(java, access, "-cp", libraries.resolve("*").toString(), program("Transfer.java")));
        } else {
            out.println("JDBC: not installed; the tests of clients install it");
        }
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
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        for (Transfer transfer : List.of(select, insert)) {
            List<OptionalDouble> seconds = new ArrayList<>();
            for (URI server : servers) {
                ask(server, "DROP TABLE IF EXISTS " + TARGET);
                ask(server, create(TARGET));
                seconds.add(transfer.seconds(server));
            }
            seconds.forEach(s -> line.append(String.format(
                    Locale.ROOT, "%14s", s.isPresent() ? Long.toString((long) (rows / s.getAsDouble())) : "-")));
            if (seconds.size() > 1) {
                boolean both = seconds.stream().allMatch(OptionalDouble::isPresent);
                line.append(String.format(
                        Locale.ROOT,
                        "%7s",
                        both
                                ? String.format(
                                        Locale.ROOT,
                                        "%.2f",
                                        seconds.get(1).getAsDouble()
                                                / seconds.get(0).getAsDouble())
                                : "-"));
            }
        }
        out.println(line);
        out.flush();
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

    private void ask(URI server, String sql) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new EngineException(server + " answers " + sql + " with " + answer.body());
            }
        }
    }
}
