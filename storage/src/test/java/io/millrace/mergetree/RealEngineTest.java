package io.millrace.mergetree;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.io.RealVfs;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.part.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real ClickHouse engine attaches our parts, finds nothing wrong with them and reads the same rows. Needs Node.js, and installs the npm package chdb once into
 * a folder of the user's cache unless it is in {@code tests/oracle} or where the environment's {@code CHDB_DIR} says; where it cannot be had the test says so and is
 * skipped.
 */
final class RealEngineTest {
    private static final String SCRIPT = """
            import { createRequire } from 'node:module';
            import fs from 'node:fs';
            import path from 'node:path';
            process.env.TZ = 'UTC';
            const [modules, data, create, parts] = process.argv.slice(2);
            const { Session } = createRequire(path.join(modules, 'package.json'))('chdb');
            const session = new Session(path.join(data, 'engine'));
            const run = sql => session.query(sql, 'TabSeparated').toString();
            run('SET allow_suspicious_low_cardinality_types = 1');
            run('CREATE DATABASE d ENGINE = Atomic');
            run(fs.readFileSync(create, 'utf8'));
            const target = run("SELECT data_paths[1] FROM system.tables WHERE database = 'd' AND name = 't'").trim();
            for (const part of fs.readdirSync(parts)) {
              fs.cpSync(path.join(parts, part), path.join(target, 'detached', part), { recursive: true });
              run(`ALTER TABLE d.t ATTACH PART '${part}'`);
            }
            const answer = { check: run('CHECK TABLE d.t SETTINGS check_query_single_value_result = 0'), rows: run('SELECT * FROM d.t ORDER BY id'),
              middle: run('SELECT count() FROM d.t WHERE id >= 1100 AND id < 1300') };
            run('OPTIMIZE TABLE d.t FINAL');
            answer.merged = run('SELECT * FROM d.t ORDER BY id');
            fs.writeFileSync(path.join(data, 'answer'), [answer.check, answer.rows, answer.middle, answer.merged].join('\\u0000'));
            session.close();
            """;

    private static final int INSTALL_MINUTES = 5;

    @TempDir
    Path directory;

    private static Optional<Path> modules() throws IOException, InterruptedException {
        Optional<Path> named = Optional.ofNullable(System.getenv("CHDB_DIR")).map(Path::of);
        if (named.isPresent()) {
            return named;
        }
        Path oracle = oracle();
        return hasEngine(oracle) ? Optional.of(oracle) : installed(oracle.resolve("package.json"));
    }

    private static Path oracle() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("tests").resolve("oracle"))) {
            at = at.getParent();
        }
        return at.resolve("tests").resolve("oracle");
    }

    private static boolean hasEngine(Path folder) {
        return Files.isDirectory(folder.resolve("node_modules").resolve("chdb"));
    }

    private static Optional<Path> installed(Path list) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "millrace-tests", "chdb");
        if (hasEngine(folder)) {
            return Optional.of(folder);
        }
        Files.createDirectories(folder);
        Files.copy(list, folder.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile());
        try {
            Process process = npm.start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(folder).filter(RealEngineTest::hasEngine);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1000000000, false", "0, true", "1000000000, true"})
    void attachesOurParts(String minBytesForWide, boolean sparse) throws IOException, InterruptedException {
        Optional<Path> modules = modules();
        Assumptions.assumeTrue(
                modules.isPresent(),
                "the npm package chdb is neither in tests/oracle nor named by CHDB_DIR, and npm cannot install it: skipped");
        Random random = new Random(11);
        List<Header.Field> fields = new ArrayList<>();
        fields.add(new Header.Field("id", Types.UINT64));
        for (int i = 0; i < RoundTripTest.TYPES.size(); i++) {
            fields.add(new Header.Field("c " + i, TypeParser.parse(RoundTripTest.TYPES.get(i))));
        }
        Header header = new Header(fields);
        Map<String, String> settings = new HashMap<>();
        settings.put("min_bytes_for_wide_part", minBytesForWide);
        settings.put("index_granularity", "100");
        settings.put("min_compress_block_size", "2000");
        TableDefinition definition = Tables.definition(header, List.of("id"), List.of(), settings);
        TestServices services = TestServices.open(new RealVfs(), directory.resolve("ours"));
        MergeTreeTable table = Tables.create(definition, services, new MergeMode.Ordinary());
        List<Block> written = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            Block full = RoundTripTest.randomBlock(header, 900, 1000L * part, random);
            Block block = sparse ? RoundTripTest.thinned(full, random) : full;
            written.add(block);
            Tables.insert(table, services, Optional.empty(), block);
        }
        Path parts = directory.resolve("parts");
        Files.createDirectories(parts);
        for (Part part : table.partSet().parts()) {
            Files.move(part.directory(), parts.resolve(part.name().toString()));
        }
        String[] answer = ask(modules.get(), parts, header, settings);
        List<String> expected = Tables.lines(written);
        assertThat(answer[0].lines()).allMatch(line -> line.contains("\t1\t"));
        assertSame(expected, answer[1]);
        assertThat(answer[2].strip()).isEqualTo("200");
        assertSame(expected, answer[3]);
    }

    private static void assertSame(List<String> expected, String answer) {
        String[] lines = answer.split("\n");
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.length; i++) {
            assertThat(lines[i].split("\t", -1))
                    .as("row %s", i)
                    .isEqualTo(expected.get(i).split("\t", -1));
        }
    }

    private String[] ask(Path modules, Path parts, Header header, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path script = directory.resolve("attach.mjs");
        Path create = directory.resolve("create.sql");
        Files.writeString(script, SCRIPT);
        String columns = header.fields().stream()
                .map(f -> "`" + f.name() + "` " + f.type().name())
                .collect(Collectors.joining(", "));
        String values = settings.entrySet().stream()
                .map(s -> s.getKey() + " = " + s.getValue())
                .collect(Collectors.joining(", "));
        Files.writeString(
                create, "CREATE TABLE d.t (" + columns + ") ENGINE = MergeTree ORDER BY id SETTINGS " + values);
        Process process = new ProcessBuilder(
                        "node",
                        script.toString(),
                        modules.toString(),
                        directory.toString(),
                        create.toString(),
                        parts.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(directory.resolve("output"), StandardCharsets.ISO_8859_1);
        assertThat(Files.exists(directory.resolve("answer"))).as(output).isTrue();
        return Files.readString(directory.resolve("answer"), StandardCharsets.ISO_8859_1)
                .split("\0", -1);
    }
}
