package io.millrace.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that {@code local} makes of a file or of standard input. A file below the working directory is read by each
 * query that wants it; everything else is read once, into memory.
 *
 * @param file {@code -} for standard input
 * @param structure empty to find it out from the data
 * @param format empty to find it out from the file's name
 */
record LocalTable(String name, String file, String structure, String format) {
    /** As much as is looked at to find out the columns. */
    private static final int SAMPLE_BYTES = 1 << 16;

    /** Whether something was said about the table, or a statement names it. */
    boolean isWanted(QueryOptions options) {
        boolean described = !structure.isEmpty() || !format.isEmpty() || !file.equals("-");
        return described && !options.queries.isEmpty();
    }

    void create(Backend backend, Streams streams) throws IOException {
        boolean standardInput = file.equals("-") || file.equals("stdin");
        Path path = Path.of(standardInput ? "" : file).toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath().normalize();
        if (!standardInput && path.startsWith(here)) {
            String columns = structure.isEmpty() ? "" : ", " + literal(structure);
            String named = format.isEmpty() ? "auto" : format;
            run(
                    backend,
                    "CREATE VIEW " + identifier() + " AS SELECT * FROM file("
                            + literal(here.relativize(path).toString()) + ", " + literal(named) + columns + ")",
                    Optional.empty());
            return;
        }
        if (standardInput) {
            load(backend, streams.in());
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            load(backend, in);
        }
    }

    private void load(Backend backend, InputStream data) throws IOException {
        String known = format.isEmpty() ? "TabSeparated" : format;
        byte[] sample = data.readNBytes(SAMPLE_BYTES);
        String columns = structure.isEmpty() ? inferred(backend, sample, known) : structure;
        run(backend, "CREATE TABLE " + identifier() + " (" + columns + ") ENGINE = Memory", Optional.empty());
        run(
                backend,
                "INSERT INTO " + identifier() + " FORMAT " + known,
                Optional.of(new SequenceInputStream(new ByteArrayInputStream(sample), data)));
    }

    private static String inferred(Backend backend, byte[] sample, String format) throws IOException {
        int end = sample.length;
        if (end == SAMPLE_BYTES) {
            // The last row is cut off, most likely.
            while (end > 0 && sample[end - 1] != '\n') {
                end--;
            }
        }
        String head = new String(sample, 0, end, StandardCharsets.UTF_8);
        String answer = run(backend, "DESCRIBE TABLE format(" + format + ", " + literal(head) + ")", Optional.empty());
        List<String> columns = new ArrayList<>();
        answer.lines().forEach(line -> {
            String[] cells = line.split("\t", -1);
            columns.add("`" + cells[0].replace("`", "\\`") + "` " + cells[1].replace("\\'", "'"));
        });
        return String.join(", ", columns);
    }

    private static String run(Backend backend, String sql, Optional<InputStream> data) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        backend.run(
                new Backend.Request(
                        sql.getBytes(StandardCharsets.UTF_8),
                        data,
                        Optional.empty(),
                        "TabSeparated",
                        Map.of(),
                        Map.of()),
                answer);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private String identifier() {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
