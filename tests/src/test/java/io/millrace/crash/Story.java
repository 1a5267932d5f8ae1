package io.millrace.crash;

import io.millrace.base.io.FaultingVfs;
import io.millrace.base.time.VirtualScheduler;
import io.millrace.testing.TestEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A sequence of steps that touches everything durable: tables, rows, tokens, views, merges, renames, drops. Each step happens as a whole or not at all, so that
 * the state after any crash is the one before or the one after the step that was under way.
 */
final class Story {
    static final Path DATA = Path.of("/data");

    /** Time is moved, so that background work runs. */
    private static final String TIME_PASSES = "-- time passes";

    static final String[] STEPS = {
        "CREATE TABLE events (batch UInt32, row UInt32, text String) ENGINE = MergeTree PARTITION BY batch % 2 ORDER BY row "
                + "SETTINGS index_granularity = 16, old_parts_lifetime = 1",
        "insert events 0",
        "CREATE TABLE counts (batch UInt32, rows AggregateFunction(count)) ENGINE = AggregatingMergeTree ORDER BY batch",
        "CREATE MATERIALIZED VIEW view TO counts AS SELECT batch, countState() AS rows FROM events GROUP BY batch",
        "insert events 1",
        "insert events 2",
        "OPTIMIZE TABLE events FINAL",
        TIME_PASSES,
        "insert events 3",
        "ALTER TABLE events DELETE WHERE row % 3 = 1 AND batch != 2",
        "CREATE DATABASE other",
        "CREATE TABLE other.notes (batch UInt32, row UInt32, text String) ENGINE = MergeTree ORDER BY tuple() "
                + "SETTINGS min_bytes_for_wide_part = 0",
        "insert other.notes 4",
        "RENAME TABLE other.notes TO memos",
        "ALTER TABLE memos ADD COLUMN late UInt8 DEFAULT 7",
        "insert memos 5",
        "CREATE TABLE other.notes (batch UInt32, row UInt32, text String, more UInt8) ENGINE = MergeTree ORDER BY row",
        "insert other.notes 8",
        "EXCHANGE TABLES memos AND other.notes",
        "EXCHANGE TABLES other.notes AND memos",
        "DROP TABLE other.notes",
        "ALTER TABLE memos UPDATE text = concat(text, ' changed') WHERE row < 20",
        "DELETE FROM events WHERE batch = 1",
        "ALTER TABLE events DROP PARTITION 1",
        "insert events 6",
        "TRUNCATE TABLE memos",
        "insert memos 7",
        "DROP TABLE memos",
        "DROP DATABASE other",
        TIME_PASSES,
        "OPTIMIZE TABLE counts FINAL",
    };

    private static final int ROWS = 30;

    private final FaultingVfs files;
    private final VirtualScheduler scheduler;
    private final TestEngine engine;

    private Story(FaultingVfs files, long seed) {
        this.files = files;
        this.scheduler = new VirtualScheduler(seed, Instant.parse("2026-01-01T00:00:00Z"));
        this.engine = TestEngine.startOn(DATA, files, scheduler);
    }

    /** Opens an engine on the files; what the disk holds must be enough for that. */
    static Story open(FaultingVfs files, long seed) {
        if (!files.exists(DATA)) {
            files.createDirectories(DATA);
            files.syncDirectory(DATA.getRoot());
        }
        return new Story(files, seed);
    }

    TestEngine engine() {
        return engine;
    }

    FaultingVfs files() {
        return files;
    }

    /** Carries out one step; when it returns, the step was acknowledged. */
    void step(int number) {
        String step = STEPS[number];
        if (step.equals(TIME_PASSES)) {
            scheduler.advance(Duration.ofMinutes(20));
        } else if (step.startsWith("insert ")) {
            String[] words = step.split(" ", -1);
            insert(words[1], Integer.parseInt(words[2]));
        } else {
            engine.execute(step);
        }
    }

    static boolean isInsert(int step) {
        return STEPS[step].startsWith("insert ");
    }

    private void insert(String table, int batch) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append(batch)
                    .append('\t')
                    .append(row)
                    .append("\ttext ")
                    .append(batch * row)
                    .append('\n');
        }
        engine.insert(
                "INSERT INTO " + table + " (batch, row, text) FORMAT TSV",
                rows.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("insert_deduplication_token", "batch " + batch));
    }

    /** Every database, table and row, as one text. */
    String state() {
        StringJoiner state = new StringJoiner("\n");
        String tables = engine.query(
                "SELECT database, name FROM system.tables WHERE database IN ('default', 'other') ORDER BY 1, 2 FORMAT TSV");
        state.add(engine.query("SELECT name FROM system.databases WHERE name = 'other'")
                .strip());
        for (String line : tables.lines().toList()) {
            String table = line.replace('\t', '.');
            state.add(table + ": " + rows(table));
        }
        return state.toString();
    }

    private String rows(String table) {
        return switch (table) {
            case "default.view" -> "a view";
            case "default.counts" ->
                engine.query("SELECT batch, countMerge(rows) FROM counts GROUP BY batch ORDER BY batch")
                        .replace('\n', ';');
            default ->
                engine.query("SELECT batch, count(), uniqExact(row), min(text), max(text) FROM " + table
                                        + " GROUP BY batch ORDER BY batch")
                                .replace('\n', ';')
                        + engine.query(
                                "SELECT arrayStringConcat(groupArray(name), ',') FROM (SELECT name FROM system.columns WHERE concat(database, '.', table) = '"
                                        + table + "' ORDER BY position)");
        };
    }

    void end() {
        engine.close();
    }
}
