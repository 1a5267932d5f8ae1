package io.millrace.benchmarks.hits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One query of the benchmark, as {@code queries.sql} beside this class describes it.
 *
 * @param name {@code Q00} to {@code Q42}
 * @param purpose what it asks
 * @param sql the query for ClickHouse and for our server
 * @param duckDbSql the query for DuckDB; mostly the same
 * @param orderBy columns of the answer, from 0, by which it is sorted and cut; empty when it is a set of rows
 * @param onlyRowCount whether any rows will do, so that only their number can be compared
 * @param comparedWithDuckDb false when DuckDB answers differently by design
 */
public record HitsQuery(
        String name,
        String purpose,
        String sql,
        String duckDbSql,
        List<Integer> orderBy,
        boolean onlyRowCount,
        boolean comparedWithDuckDb) {
    private static final String RESOURCE = "queries.sql";
    /** The place, in the order of popularity, of the user that the queries single out. */
    private static final long USER = 1000;

    /** The 43 queries, with constants for a table of {@code rows} rows from {@code seed}. */
    public static List<HitsQuery> all(long seed, long rows) {
        String user = Long.toString(HitsWriter.userId(seed, USER));
        String popular = Long.toString(Math.max(10, rows / 1000));
        List<HitsQuery> queries = new ArrayList<>();
        for (String part : text().split("(?m)^-- (?=Q\\d\\d: )")) {
            if (part.startsWith("Q")) {
                queries.add(parse(part.replace("{user}", user).replace("{popular}", popular)));
            }
        }
        return List.copyOf(queries);
    }

    private static String text() {
        try (InputStream in = HitsQuery.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the benchmark");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HitsQuery parse(String part) {
        StringBuilder sql = new StringBuilder();
        StringBuilder duckDb = new StringBuilder();
        StringBuilder target = sql;
        List<Integer> orderBy = new ArrayList<>();
        boolean onlyRowCount = false;
        boolean comparedWithDuckDb = true;
        String[] lines = part.split("\n");
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("-- order: ")) {
                for (String column : line.substring("-- order: ".length()).split(",")) {
                    orderBy.add(Integer.parseInt(column) - 1);
                }
            } else if (line.equals("-- answer: rows")) {
                onlyRowCount = true;
            } else if (line.startsWith("-- apart: duckdb")) {
                comparedWithDuckDb = false;
            } else if (line.equals("-- duckdb:")) {
                target = duckDb;
            } else if (!line.isEmpty()) {
                target.append(target.isEmpty() ? "" : " ").append(line);
            }
        }
        String name = lines[0].substring(0, 3);
        String text = sql.toString();
        return new HitsQuery(
                name,
                lines[0].substring(5),
                text,
                duckDb.isEmpty() ? text : duckDb.toString(),
                List.copyOf(orderBy),
                onlyRowCount,
                comparedWithDuckDb);
    }
}
