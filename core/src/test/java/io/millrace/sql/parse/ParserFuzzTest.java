package io.millrace.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.sql.lexer.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, the parser answers with a tree or a DbException, and soon. */
class ParserFuzzTest {
    private static final String[] WORDS =
            ("SELECT FROM WHERE GROUP BY ORDER LIMIT WITH AS ( ( ) ) [ ] { } , , . * + - / % = != < > <=> || :: ? : -> ; a b t 1 2.5 "
                            + "'s' `q` \"i\" NOT AND OR IN IS NULL BETWEEN LIKE CASE WHEN THEN ELSE END INTERVAL DAY CAST UInt8 JOIN ON "
                            + "USING LEFT ANY ARRAY UNION ALL EXCEPT INTERSECT DISTINCT INSERT INTO VALUES FORMAT SETTINGS CREATE TABLE "
                            + "VIEW ENGINE PRIMARY KEY TTL PARTITION ALTER ADD DROP COLUMN MODIFY INDEX TYPE SHOW EXISTS EXPLAIN SET KILL "
                            + "QUERY OVER ROWS PRECEDING FINAL SAMPLE APPLY REPLACE COLUMNS position substring interval date extract trim "
                            + "@@ $$ /* */ -- # ! 0x 1e COMMENT DEFAULT CODEC SYSTEM GLOBAL FILL INTERPOLATE QUALIFY WINDOW")
                    .split(" ");

    private static void parse(String text, long seed) {
        long start = System.nanoTime();
        try {
            Parser.parse(text, Dialect.CLICKHOUSE);
        } catch (DbException e) {
            assertThat(e.getMessage()).isNotEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ": " + text, e);
        }
        assertThat(System.nanoTime() - start).as("seed %d: %s", seed, text).isLessThan(2_000_000_000L);
    }

    @Test
    void tokenSoup() {
        long seed = Long.getLong("seed", 20_261_121L);
        for (int round = 0; round < 10_000; round++) {
            Random random = new Random(seed + round);
            StringBuilder text =
                    new StringBuilder(random.nextBoolean() ? "SELECT" : WORDS[random.nextInt(WORDS.length)]);
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            parse(text.toString(), seed + round);
        }
    }

    @Test
    void mutatedQueries() throws IOException {
        List<String> queries;
        try (InputStream in =
                Objects.requireNonNull(ParserFuzzTest.class.getResourceAsStream("/io/millrace/sql/one-line.golden"))) {
            queries = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
        long seed = Long.getLong("seed", 20_261_121L);
        for (int round = 0; round < 10_000; round++) {
            Random random = new Random(seed + round);
            StringBuilder text = new StringBuilder(queries.get(random.nextInt(queries.size())));
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes && !text.isEmpty(); i++) {
                mutate(text, random);
            }
            parse(text.toString(), seed + round);
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, " " + WORDS[random.nextInt(WORDS.length)] + " ");
            case 2 -> text.setCharAt(at, (char) random.nextInt(1, 300));
            default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        }
    }

    @Test
    void randomBytes() {
        long seed = Long.getLong("seed", 20_261_121L);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[40];
            new Random(seed + round).nextBytes(bytes);
            try {
                Parser.parseHead(bytes, bytes.length, (round & 1) == 0, ParserOptions.DEFAULT);
            } catch (DbException e) {
                assertThat(e.getMessage()).isNotEmpty();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + (seed + round), e);
            }
        }
    }
}
