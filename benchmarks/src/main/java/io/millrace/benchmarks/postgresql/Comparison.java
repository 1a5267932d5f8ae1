package io.millrace.benchmarks.postgresql;

import io.millrace.benchmarks.engines.EngineException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The measures, each on one server after the other in every round; the best round counts. Used once. */
final class Comparison {
    private static final String SOURCE = "bench_rows";
    private static final String TARGET = "bench_copy";
    private static final String OURS = "millrace";
    private static final String PEER = "postgresql";
    private static final List<String> COPY_FORMATS = List.of("text", "csv", "binary");
    private static final int START_TRIES = 300;

    /** One of the two. */
    private record Server(String name, String url) {}

    /** Runs something on a server and says how long it took. */
    private interface Measure {
        double run(Server server);
    }

    private final Driver driver;
    private final List<Server> servers = new ArrayList<>();
    private final Path files;
    private final PrintWriter out;
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    /** @param peer what ours is compared with, if it can be had */
    Comparison(Driver driver, String ours, Optional<PostgreSql> peer, Path files, PrintWriter out) {
        this.driver = driver;
        this.files = files;
        this.out = out;
        awaitStart(ours, () -> true);
        servers.add(new Server(OURS, ours));
        if (peer.isPresent()) {
            awaitStart(peer.get().url(), peer.get()::isAlive);
            servers.add(new Server(PEER, peer.get().url()));
        }
    }

    private interface Alive {
        boolean look();
    }

    private void awaitStart(String url, Alive alive) {
        for (int i = 0; ; i++) {
            try {
                driver.ask("sql", url, "SELECT 1");
                return;
            } catch (EngineException e) {
                if (i == START_TRIES || !alive.look()) {
                    throw e;
                }
            }
        }
    }

    /** Measures; true when both gave the same answers. */
    boolean run(long rows, int rounds, int requests) {
        report.put("rows", rows);
        Map<String, String> versions = new LinkedHashMap<>();
        servers.forEach(server -> versions.put(server.name(), driver.ask("value", server.url(), "SELECT version()")));
        versions.forEach((name, version) -> say(name + ": " + version));
        report.put("versions", versions);
        latency(rounds, requests);
        say("filling tables of " + rows + " rows ...");
        servers.forEach(server -> fill(server, rows));
        compareAnswers();
        say(String.format(
                Locale.ROOT, "%n%-24s%16s%16s%10s", "best of " + rounds, "Millrace rows/s", "PostgreSQL", "times"));
        for (String how : List.of("text", "binary")) {
            rate("SELECT, " + how, rows, rounds, s -> driver.number("fetch", how, s.url(), SOURCE));
        }
        for (String format : COPY_FORMATS) {
            rate("COPY out, " + format, rows, rounds, s -> driver.number("out", format, s.url(), SOURCE));
        }
        for (String format : COPY_FORMATS) {
            rate("COPY in, " + format, rows, rounds, s -> copyIn(s, format));
        }
        compare("what was copied in", s -> driver.ask("checksum", "binary", s.url(), TARGET));
        say(differences.isEmpty() ? "\nall answers agree" : "");
        differences.forEach(this::say);
        report.put("differences", differences);
        return differences.isEmpty();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void fill(Server server, long rows) {
        for (String table : List.of(SOURCE, TARGET)) {
            driver.ask(
                    "sql",
                    server.url(),
                    server.name().equals(OURS)
                            ? "CREATE TABLE " + table + " (id Int64, value Float64, name String, moment DateTime)"
                                    + " ENGINE = MergeTree ORDER BY id"
                            : "CREATE TABLE " + table + " (id bigint, value double precision, name text,"
                                    + " moment timestamptz)");
        }
        driver.ask(
                "sql",
                server.url(),
                server.name().equals(OURS)
                        ? "INSERT INTO " + SOURCE
                                + " SELECT number, number / 7, concat('name ', toString(number % 1000)),"
                                + " toDateTime(1704067200 + number % 31536000) FROM numbers(" + rows + ")"
                        : "INSERT INTO " + SOURCE + " SELECT n, n / 7::float8, 'name ' || n % 1000,"
                                + " to_timestamp(1704067200 + n % 31536000) FROM generate_series(0, " + (rows - 1)
                                + ") n");
        driver.ask(
                "sql",
                server.url(),
                server.name().equals(OURS)
                        ? "OPTIMIZE TABLE " + SOURCE + " FINAL"
                        : "VACUUM (FREEZE, ANALYZE) " + SOURCE);
    }

    // ---- answers

    private interface Question {
        String ask(Server server);
    }

    private void compareAnswers() {
        for (String how : List.of("text", "binary")) {
            compare("SELECT, " + how, s -> driver.ask("checksum", how, s.url(), SOURCE));
        }
        for (String format : COPY_FORMATS) {
            // The last one stays, for all to copy in.
            compare("COPY out, " + format, s -> driver.ask("dump", format, s.url(), SOURCE, file(format)));
        }
    }

    private void compare(String what, Question question) {
        List<String> answers = servers.stream().map(question::ask).toList();
        if (answers.stream().distinct().count() > 1) {
            differences.add(what + " differs: " + String.join(" against ", answers));
        }
    }

    private String file(String format) {
        return files.resolve("rows." + format).toString();
    }

    // ---- figures

    private double copyIn(Server server, String format) {
        driver.ask("sql", server.url(), "TRUNCATE TABLE " + TARGET);
        return driver.number("in", format, server.url(), TARGET, file(format));
    }

    private Map<String, Double> best(int rounds, Measure measure) {
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Server server : servers) {
                best.merge(server.name(), measure.run(server), Math::min);
            }
        }
        return best;
    }

    private void rate(String what, long rows, int rounds, Measure seconds) {
        Map<String, Double> best = best(rounds, seconds);
        Map<String, Double> rates = new LinkedHashMap<>();
        best.forEach((name, time) -> rates.put(name, rows / time));
        line(what, "%.0f", rates, false);
    }

    private void latency(int rounds, int requests) {
        say(String.format(Locale.ROOT, "%n%-24s%16s%16s%10s", "median", "Millrace µs", "PostgreSQL", "ratio"));
        for (String how : List.of("simple", "prepared")) {
            Measure median = s -> driver.number("latency", how, s.url(), Integer.toString(requests));
            best(1, median); // compiles what it needs
            line("SELECT 1, " + how, "%.1f", best(rounds, median), true);
        }
    }

    /** Prints and keeps a line; its ratio says how ours compares: how many times as fast, or how many times as long. */
    private void line(String what, String format, Map<String, Double> values, boolean time) {
        double ours = Objects.requireNonNull(values.get(OURS));
        Double peer = values.get(PEER);
        Map<String, Object> figures = new LinkedHashMap<>(values);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s%16s", what, text(format, ours)));
        if (peer == null) {
            line.append(String.format(Locale.ROOT, "%16s%10s", "-", "-"));
        } else {
            line.append(String.format(Locale.ROOT, "%16s%10.2f", text(format, peer), ours / peer));
            figures.put(time ? "ratio" : "times", ours / peer);
        }
        report.put(what, figures);
        say(line.toString());
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void write(Path json) {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(json.toFile(), report);
    }
}
