package io.millrace.property;

import java.util.Random;

/**
 * Rows of the tables that generated queries read, as TabSeparated text.
 *
 * <p>Few distinct values, so that groups, joins and duplicates are frequent; floats are small multiples of a quarter, so that sums do not depend on their order.
 */
final class RandomRows {
    static final String COLUMNS =
            "id UInt32, i Int64, u UInt8, s String, n Nullable(Int32), ns Nullable(String), l LowCardinality(String), "
                    + "d Date, t DateTime, f Float64, c Decimal(12, 2), a Array(Int16), e Enum8('red' = 1, 'green' = 2, 'blue' = -3), x FixedString(3), b Bool";

    private static final String[] WORDS = {
        "",
        "a",
        "ab",
        "abc",
        "b",
        "the mill",
        "Millrace",
        "50%",
        "x_y",
        "größe",
        "a longer text that does not fit into twelve bytes",
        "zz"
    };
    private static final String[] COLOURS = {"red", "green", "blue"};

    private RandomRows() {}

    static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    static String tabSeparated(Random random, int firstId, int count) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < count; row++) {
            rows.append(firstId + row).append('\t');
            rows.append(random.nextInt(8) == 0 ? random.nextLong() >> 2 : random.nextInt(41) - 20)
                    .append('\t');
            rows.append(random.nextInt(6)).append('\t');
            rows.append(word(random)).append('\t');
            rows.append(random.nextInt(4) == 0 ? "\\N" : Integer.toString(random.nextInt(11) - 5))
                    .append('\t');
            rows.append(random.nextInt(4) == 0 ? "\\N" : word(random)).append('\t');
            rows.append(word(random)).append('\t');
            rows.append("2024-0")
                    .append(1 + random.nextInt(4))
                    .append('-')
                    .append(10 + random.nextInt(19))
                    .append('\t');
            rows.append("2024-02-1")
                    .append(random.nextInt(10))
                    .append(" 0")
                    .append(random.nextInt(10))
                    .append(":00:0")
                    .append(random.nextInt(10));
            rows.append('\t');
            rows.append((random.nextInt(81) - 40) / 4.0).append('\t');
            rows.append(random.nextInt(2001) - 1000)
                    .append(".")
                    .append(10 + random.nextInt(90))
                    .append('\t');
            rows.append(array(random)).append('\t');
            rows.append(COLOURS[random.nextInt(COLOURS.length)]).append('\t');
            rows.append((char) ('a' + random.nextInt(3)))
                    .append("b")
                    .append((char) ('a' + random.nextInt(2)))
                    .append('\t');
            rows.append(random.nextBoolean()).append('\n');
        }
        return rows.toString();
    }

    private static String array(Random random) {
        StringBuilder array = new StringBuilder("[");
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            array.append(i == 0 ? "" : ",").append(random.nextInt(7) - 3);
        }
        return array.append(']').toString();
    }
}
