package io.millrace.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.FaultingVfs;
import io.millrace.base.time.VirtualScheduler;
import io.millrace.testing.Seed;
import io.millrace.testing.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A file of a part that is cut, emptied, gone or has a flipped bit: the server starts, other tables and other parts answer, and of the damaged one comes either the
 * right answer, or an error, or nothing while it is listed as detached. Never a wrong answer.
 */
final class DamagedFilesTest {
    private static final Seed SEED = Seed.ofThisRun();
    /** Flipped bits tried per file. */
    private static final int FLIPS = Integer.getInteger("flips", 5);

    private static final Path DATA = Path.of("/data");
    private static final String[] TABLES = {"wide", "compact"};
    private static final String QUERY =
            "SELECT p, count(), sum(id), sum(n), min(s), max(s), sum(length(a)), uniqExact(l), sum(cityHash64(id, s, n, l, a)) FROM %s GROUP BY p ORDER BY p";

    private static FaultingVfs intact;
    private static String neighbour = "";

    @BeforeAll
    static void fill() {
        FaultingVfs files = new FaultingVfs();
        files.createDirectories(DATA);
        TestEngine engine = open(files);
        for (String table : TABLES) {
            engine.execute("CREATE TABLE " + table
                    + " (p UInt8, id UInt32, s String, n Nullable(Int32), l LowCardinality(String), a Array(Int16)) ENGINE = MergeTree PARTITION BY p ORDER BY id "
                    + "SETTINGS index_granularity = 64, min_bytes_for_wide_part = "
                    + (table.equals("wide") ? "0" : "1000000000"));
            for (int part = 0; part < 3; part++) {
                engine.execute(
                        "INSERT INTO " + table + " SELECT " + part + ", number, concat('s', toString(number * 7)), "
                                + "if(number % 3 = 0, NULL, number), toString(number % 9), [number % 5, 3] FROM numbers(200)");
            }
        }
        engine.execute(
                "CREATE TABLE neighbour (x UInt32) ENGINE = MergeTree ORDER BY x",
                "INSERT INTO neighbour SELECT number FROM numbers(1000)");
        neighbour = engine.query("SELECT count(), sum(x) FROM neighbour");
        engine.close();
        syncAll(files, DATA.getRoot());
        intact = files;
    }

    /** So that a crash image is a copy. */
    private static void syncAll(FaultingVfs files, Path directory) {
        for (String name : files.list(directory)) {
            if (files.isDirectory(directory.resolve(name))) {
                syncAll(files, directory.resolve(name));
            }
        }
        files.syncDirectory(directory);
    }

    private static TestEngine open(FaultingVfs files) {
        return TestEngine.startOn(DATA, files, new VirtualScheduler(1, Instant.parse("2026-01-01T00:00:00Z")));
    }

    @TestFactory
    Stream<DynamicTest> filesOfParts() {
        List<DynamicTest> tests = new ArrayList<>();
        FaultingVfs files = copy();
        TestEngine engine = open(files);
        for (String table : TABLES) {
            String answer = engine.query(QUERY.formatted(table));
            assertThat(answer.lines()).hasSize(3);
            Path part = directory(engine, table).resolve("1_2_2_0");
            for (String name : files.list(part)) {
                Path file = part.resolve(name);
                int size = (int) files.size(file);
                tests.add(damage(table, answer, file, "is gone", vfs -> vfs.delete(file)));
                tests.add(damage(table, answer, file, "is empty", vfs -> vfs.truncate(file, 0)));
                if (size > 1) {
                    tests.add(damage(table, answer, file, "is cut in half", vfs -> vfs.truncate(file, size / 2)));
                    tests.add(damage(table, answer, file, "lacks its last byte", vfs -> vfs.truncate(file, size - 1)));
                    Random random = SEED.random((table + name).hashCode());
                    for (int i = 0; i < FLIPS; i++) {
                        int bit = random.nextInt(size * 8);
                        tests.add(damage(
                                table, answer, file, "has bit " + bit + " flipped", vfs -> vfs.flipBit(file, bit)));
                    }
                }
            }
        }
        engine.close();
        return tests.stream();
    }

    private static FaultingVfs copy() {
        return intact.crashImage(new Random(0));
    }

    private static Path directory(TestEngine engine, String table) {
        String id = engine.query("SELECT uuid FROM system.tables WHERE database = 'default' AND name = '" + table + "'")
                .strip();
        return DATA.resolve("store").resolve(id.substring(0, 3)).resolve(id);
    }

    private static DynamicTest damage(String table, String answer, Path file, String what, Consumer<FaultingVfs> how) {
        return dynamicTest(table + ": " + file.getFileName() + " " + what, () -> {
            FaultingVfs files = copy();
            how.accept(files);
            TestEngine engine = open(files);
            try {
                assertThat(engine.query("SELECT count(), sum(x) FROM neighbour"))
                        .isEqualTo(neighbour);
                assertThat(engine.query(QUERY.formatted(table).replace(" GROUP", " WHERE p != 1 GROUP")))
                        .as("other partitions")
                        .isEqualTo(without(answer));
                checkAnswer(engine, table, answer);
                engine.execute("INSERT INTO " + table + " SELECT 9, number, '', 1, '', [] FROM numbers(3)");
                assertThat(engine.query("SELECT count() FROM " + table + " WHERE p = 9"))
                        .isEqualTo("3\n");
            } finally {
                engine.close();
            }
        });
    }

    private static void checkAnswer(TestEngine engine, String table, String answer) {
        try {
            String now = engine.query(QUERY.formatted(table));
            if (!now.equals(answer)) {
                assertThat(now).as("answer without the damaged part, %s", SEED).isEqualTo(without(answer));
                assertThat(engine.files().list(directory(engine, table).resolve("detached")))
                        .as("detached parts")
                        .hasSize(1);
                assertThat(engine.query(
                                "SELECT partition_id, reason FROM system.detached_parts WHERE table = '" + table + "'"))
                        .isEqualTo("1\tbroken-on-start\n");
            }
        } catch (DbException e) {
            assertThat(e.code()).as("%s: %s", SEED, e.getMessage()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
        }
    }

    private static String without(String answer) {
        return answer.lines()
                .filter(line -> !line.startsWith("1\t"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** Definitions and logs: either the start says what is wrong, or nothing is. */
    @TestFactory
    Stream<DynamicTest> otherFiles() {
        List<DynamicTest> tests = new ArrayList<>();
        FaultingVfs files = copy();
        TestEngine engine = open(files);
        List<String> answers = new ArrayList<>();
        for (String table : TABLES) {
            answers.add(engine.query(QUERY.formatted(table)));
        }
        engine.close();
        List<Path> small = new ArrayList<>();
        collect(copy(), DATA.resolve("metadata"), small);
        collect(copy(), DATA.resolve("commits"), small);
        assertThat(small).isNotEmpty();
        for (Path file : small) {
            int size = (int) copy().size(file);
            Random random = SEED.random(file.getFileName().toString().hashCode());
            tests.add(start(answers, file, "is empty", vfs -> vfs.truncate(file, 0)));
            tests.add(start(answers, file, "is cut in half", vfs -> vfs.truncate(file, size / 2)));
            for (int i = 0; i < FLIPS && size > 0; i++) {
                int bit = random.nextInt(size * 8);
                tests.add(start(answers, file, "has bit " + bit + " flipped", vfs -> vfs.flipBit(file, bit)));
            }
        }
        return tests.stream();
    }

    private static void collect(FaultingVfs files, Path directory, List<Path> found) {
        for (String name : files.list(directory)) {
            Path path = directory.resolve(name);
            if (files.isDirectory(path)) {
                collect(files, path, found);
            } else {
                found.add(path);
            }
        }
    }

    private static DynamicTest start(List<String> answers, Path file, String what, Consumer<FaultingVfs> how) {
        return dynamicTest(file + " " + what, () -> {
            FaultingVfs files = copy();
            how.accept(files);
            try {
                TestEngine engine = open(files);
                try {
                    for (int i = 0; i < TABLES.length; i++) {
                        assertThat(engine.query(QUERY.formatted(TABLES[i])))
                                .as(SEED.toString())
                                .isEqualTo(answers.get(i));
                    }
                } finally {
                    engine.close();
                }
            } catch (DbException e) {
                assertThat(e.code()).as("%s: %s", SEED, e.getMessage()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
            }
        });
    }
}
