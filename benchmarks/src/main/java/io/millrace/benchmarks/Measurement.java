package io.millrace.benchmarks;

import io.millrace.benchmarks.engines.Answer;
import io.millrace.benchmarks.engines.Clients;
import io.millrace.benchmarks.engines.Engine;
import io.millrace.benchmarks.engines.EngineException;
import io.millrace.benchmarks.engines.Load;
import io.millrace.benchmarks.hits.HitsQuery;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One run of the benchmark over engines that are started: its four parts and the report. */
final class Measurement {
    private static final List<String> FORMATS = List.of("TSV", "JSONEachRow", "Native");
    /** The small queries of part c, which also warm part a; every engine understands them. */
    private static final List<String> SMALL = List.of(
            "SELECT 1",
            "SELECT count(*) FROM hits WHERE CounterID = 62 AND EventDate = '2013-07-14'",
            "SELECT max(EventTime) FROM hits WHERE CounterID = 62 AND EventDate = '2013-07-10'",
            "SELECT OS, count(*) AS c FROM hits WHERE CounterID = 62 AND EventDate = '2013-07-12' GROUP BY OS"
                    + " ORDER BY c DESC LIMIT 5",
            "SELECT URL, EventTime FROM hits WHERE CounterID = 62 AND EventDate = '2013-07-20' ORDER BY EventTime"
                    + " LIMIT 3");

    /** Queries that take less are run more often, as many times as fit into this. */
    private static final double SHORT_MILLIS = 200;

    private static final double MOST_REPEATS = 20;

    /** How long small queries run before parts a and c: what every query needs is then compiled. */
    private static final int WARM_SECONDS = 5;

    private final BenchOptions options;
    private final List<Engine> engines;
    private final List<String> names;
    private final Path directory;
    private final Path tsv;
    private final PrintWriter out;
    private final List<HitsQuery> queries;
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    Measurement(BenchOptions options, List<Engine> engines, Path directory, Path tsv, PrintWriter out) {
        this.options = options;
        this.engines = engines;
        this.directory = directory;
        this.tsv = tsv;
        this.out = out;
        names = engines.stream().map(Engine::name).toList();
        queries = HitsQuery.all(options.seed, options.rows).stream()
                .filter(query -> options.only.isEmpty() || options.only.contains(query.name()))
                .toList();
    }

    /** Measures; true when no query failed and all answers agree. */
    boolean run() {
        Map<String, String> versions = new LinkedHashMap<>();
        engines.forEach(engine -> versions.put(engine.name(), engine.version()));
        report.put("rows", options.rows);
        report.put("seed", options.seed);
        report.put("threads", options.threads);
        report.put("versions", versions);
        loadTable();
        if (options.parts.contains("b")) {
            loadFiles();
        }
        if (options.parts.contains("a")) {
            warmQueries();
        }
        if (options.parts.contains("c")) {
            manyClients();
        }
        if (options.parts.contains("d")) {
            firstRuns();
        }
        report.put("failures", failures);
        failures.forEach(out::println);
        if (options.json != null) {
            ObjectMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            mapper.writeValue(options.json.toFile(), report);
        }
        return failures.isEmpty();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void fail(String what, String why) {
        String failure = what + ": " + why.lines().findFirst().orElse("");
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }

    private void loadTable() {
        Figures figures = new Figures(names);
        for (Engine engine : engines) {
            say("filling the table of " + engine.name() + " ...");
            try {
                engine.loadHits(tsv, options.rows).ifPresent(times -> add(figures, engine, times));
            } catch (EngineException e) {
                fail("filling the table of " + engine.name(), String.valueOf(e.getMessage()));
            }
        }
        say("\nThe whole table from TSV; engines that had it already show no figure");
        say(figures.header());
        say(figures.line("table"));
        say(figures.line("merge"));
        report.put("table", figures.json());
    }

    private void add(Figures figures, Engine engine, Load times) {
        figures.add("table", engine.name(), times.millis());
        if (times.mergeMillis() > 0) {
            figures.add("merge", engine.name(), times.mergeMillis());
        } else if (Double.isNaN(times.mergeMillis())) {
            say(engine.name() + " could not merge the table into one part");
        }
    }

    /** Part a: each query warm, the engines by turns. */
    private void warmQueries() {
        Figures figures = new Figures(names);
        say("\n(a) Queries, warm, best of " + options.rounds + " (of more where a query is short), " + options.threads
                + " threads");
        say(figures.header() + "  answers");
        if (options.warmups > 0) {
            warm();
        }
        for (HitsQuery query : queries) {
            Map<String, Answer> answers = new LinkedHashMap<>();
            int repeats = 1;
            for (int round = -options.warmups; round < options.rounds * repeats; round++) {
                if (round == 0 || options.warmups == 0 && round == 1) {
                    repeats = repeats(answers);
                }
                for (Engine engine : engines) {
                    boolean skipped = round > -options.warmups && !answers.containsKey(engine.name());
                    if (skipped) {
                        continue;
                    }
                    try {
                        Answer answer = engine.run(query);
                        answers.put(engine.name(), answer);
                        if (round >= 0) {
                            figures.add(query.name(), engine.name(), answer.millis());
                        }
                    } catch (EngineException e) {
                        answers.remove(engine.name());
                        fail(query.name(), String.valueOf(e.getMessage()));
                    }
                }
            }
            say(figures.line(query.name()) + "  " + compare(query, answers));
        }
        figures.summary().forEach(this::say);
        report.put("queries", figures.json());
    }

    private void warm() {
        for (Engine engine : engines) {
            try {
                engine.runClients(SMALL, 1, WARM_SECONDS);
            } catch (EngineException e) {
                fail("warming up", String.valueOf(e.getMessage()));
            }
        }
    }

    /** How many times as often to run a query: short ones are more often than others the victim of something else, and compilers need calls. */
    private static int repeats(Map<String, Answer> answers) {
        double slowest =
                answers.values().stream().mapToDouble(Answer::millis).max().orElse(SHORT_MILLIS);
        return (int) Math.clamp(SHORT_MILLIS / Math.max(slowest, 1), 1, MOST_REPEATS);
    }

    /** Compares with ClickHouse's answer where there is one, else with the first. */
    private String compare(HitsQuery query, Map<String, Answer> answers) {
        if (answers.size() < 2) {
            return answers.isEmpty() ? "failed" : "";
        }
        String standard = answers.containsKey("clickhouse")
                ? "clickhouse"
                : answers.keySet().iterator().next();
        StringBuilder verdict = new StringBuilder();
        answers.forEach((name, answer) -> {
            boolean apart = !query.comparedWithDuckDb() && (name.equals("duckdb") || standard.equals("duckdb"));
            if (name.equals(standard) || apart) {
                return;
            }
            Agreement.difference(
                            query,
                            answer.rows(),
                            Objects.requireNonNull(answers.get(standard)).rows())
                    .ifPresent(difference -> {
                        verdict.append(name).append(" differs ");
                        fail(query.name(), name + " differs from " + standard + ": " + difference);
                    });
        });
        return verdict.isEmpty() ? "same" : verdict.toString();
    }

    /** Part b: one file in each format. */
    private void loadFiles() {
        long rows = Math.min(options.loadRows, options.rows);
        Figures figures = new Figures(names);
        say("\n(b) Loading " + rows + " rows, better of two");
        say(figures.header());
        for (String format : FORMATS) {
            Path file = directory.resolve("load-" + rows + "." + format.toLowerCase(Locale.ROOT));
            if (!prepare(file, format, rows)) {
                say(format + ": no engine here can write the file, left out");
                continue;
            }
            for (int round = 0; round < 2; round++) {
                for (Engine engine : engines) {
                    try {
                        engine.loadFile(file, format, rows)
                                .ifPresent(millis -> figures.add(format, engine.name(), millis));
                    } catch (EngineException e) {
                        fail("loading " + format, String.valueOf(e.getMessage()));
                    }
                }
            }
            say(figures.line(format));
        }
        figures.summary().forEach(this::say);
        report.put("loading", figures.json());
    }

    private boolean prepare(Path file, String format, long rows) {
        if (Files.exists(file)) {
            return true;
        }
        if (format.equals("TSV")) {
            copyLines(file, rows);
            return true;
        }
        // The real engine first: it writes what the others are to read.
        List<Engine> writers = new ArrayList<>(engines);
        writers.sort((a, b) ->
                Boolean.compare(b.name().equals("clickhouse"), a.name().equals("clickhouse")));
        for (Engine engine : writers) {
            try {
                if (engine.export(file, format, rows)) {
                    return true;
                }
            } catch (EngineException e) {
                fail("writing " + format, String.valueOf(e.getMessage()));
            }
        }
        return false;
    }

    private void copyLines(Path file, long lines) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tsv), 1 << 20);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            long left = lines;
            for (int b = in.read(); b >= 0 && left > 0; b = left > 0 ? in.read() : -1) {
                to.write(b);
                if (b == '\n') {
                    left--;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Part c: many clients with small queries. */
    private void manyClients() {
        say("\n(c) " + options.clients + " clients with small queries for " + options.seconds + " s");
        Map<String, Object> json = new LinkedHashMap<>();
        for (Engine engine : engines) {
            try {
                engine.runClients(SMALL, options.clients, WARM_SECONDS);
                Clients clients = engine.runClients(SMALL, options.clients, options.seconds);
                say(String.format(
                        Locale.ROOT,
                        "%-12s%10.0f queries/s   p50 %.1f ms   p99 %.1f ms",
                        engine.name(),
                        clients.perSecond(),
                        clients.quantile(0.5),
                        clients.quantile(0.99)));
                json.put(
                        engine.name(),
                        Map.of(
                                "perSecond", clients.perSecond(),
                                "p50", clients.quantile(0.5),
                                "p99", clients.quantile(0.99)));
            } catch (EngineException e) {
                fail("clients", String.valueOf(e.getMessage()));
            }
        }
        report.put("clients", json);
    }

    /** Part d: a new start of each engine, then each query once. */
    private void firstRuns() {
        Figures figures = new Figures(names);
        say("\n(d) The first run of each query after a start");
        for (Engine engine : engines) {
            say("starting " + engine.name() + " again ...");
            if (!engine.restart()) {
                say("(d) " + engine.name() + " was not started here, so its first runs cannot be measured");
                continue;
            }
            for (HitsQuery query : queries) {
                try {
                    figures.add(query.name(), engine.name(), engine.run(query).millis());
                } catch (EngineException e) {
                    fail("first " + query.name(), String.valueOf(e.getMessage()));
                }
            }
        }
        say(figures.header());
        queries.forEach(query -> say(figures.line(query.name())));
        figures.summary().forEach(this::say);
        report.put("firstRuns", figures.json());
    }
}
