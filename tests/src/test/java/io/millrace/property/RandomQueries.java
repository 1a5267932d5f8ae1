package io.millrace.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries over the tables {@code {t}} and {@code {r}} with the columns of {@link RandomRows}; a test puts the names of its tables into them.
 *
 * <p>Each has one right answer but for the order of rows: wherever a LIMIT cuts, all columns have been sorted. Where {@code {prewhere}} and
 * {@code {where}} stand, PREWHERE and WHERE may be put, or WHERE and AND.
 */
final class RandomQueries {
    private static final List<String> COLUMNS =
            List.of("id", "i", "u", "s", "n", "ns", "l", "d", "t", "f", "c", "a", "e", "x", "b");
    private static final List<String> KEYS = List.of(
            "u",
            "s",
            "n",
            "ns",
            "l",
            "d",
            "e",
            "x",
            "b",
            "f",
            "u % 2",
            "length(s)",
            "toMonth(d)",
            "n IS NULL",
            "toStartOfHour(t)",
            "lower(l)",
            "a",
            "(u, l)",
            "concat(s, l)",
            "if(u > 2, s, l)");
    private static final List<String> AGGREGATES = List.of(
            "count()",
            "sum(i)",
            "sum(u)",
            "sum(n)",
            "min(s)",
            "max(ns)",
            "min(d)",
            "max(t)",
            "uniqExact(s)",
            "uniqExact(u, l)",
            "count(n)",
            "sum(f)",
            "avg(u)",
            "sum(c)",
            "min(c)",
            "max(l)",
            "sumIf(i, u > 2)",
            "countIf(n > 0)",
            "arraySort(groupArray(u))",
            "min(x)",
            "max(e)",
            "any(1)",
            "countDistinct(ns)",
            "argMin(id, id)",
            "groupUniqArray(1)",
            "sum(length(a))",
            "max(a)",
            "sumOrNull(n)",
            "uniq(s)",
            "minIf(s, b)",
            "groupBitXor(id)",
            "maxArray(a)",
            "sumMap([u], [1])",
            "quantileExact(0.5)(u)");

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> plain();
            case 2, 3, 4 -> grouped();
            case 5 -> distinct();
            case 6, 7 -> joined();
            case 8 -> semi();
            case 9 -> nested();
            case 10 -> limitBy();
            case 11 -> windowed();
            case 12 -> arrayJoined();
            default -> united();
        };
    }

    private String plain() {
        List<String> chosen = some(COLUMNS, 4);
        return "SELECT " + String.join(", ", chosen) + " FROM {t}" + where("") + sorted(chosen.size());
    }

    private String grouped() {
        List<String> keys = random.nextInt(8) == 0 ? List.of() : some(KEYS, 2);
        List<String> chosen = new ArrayList<>(keys);
        chosen.addAll(some(AGGREGATES, 3));
        String group = keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys);
        String totals = !keys.isEmpty() && random.nextInt(10) == 0 ? " WITH TOTALS" : "";
        String having = random.nextInt(4) == 0 ? " HAVING count() > " + random.nextInt(4) : "";
        String order = totals.isEmpty() ? sorted(chosen.size()) : " ORDER BY " + allOf(chosen.size());
        return "SELECT " + String.join(", ", chosen) + " FROM {t}" + where("") + group + totals + having + order;
    }

    private String distinct() {
        List<String> chosen = some(KEYS, 3);
        return "SELECT DISTINCT " + String.join(", ", chosen) + " FROM {t}" + where("") + sorted(chosen.size());
    }

    private String joined() {
        String kind = pick("INNER JOIN", "LEFT JOIN", "INNER JOIN", "LEFT JOIN", "CROSS JOIN");
        if (kind.equals("CROSS JOIN")) {
            return "SELECT count(), sum(p.u * q.u), max(q.s) FROM {t} AS p CROSS JOIN {r} AS q WHERE p.u = q.u AND q.id % 7 = "
                    + random.nextInt(7);
        }
        List<String> left = some(COLUMNS, 2);
        List<String> right = some(COLUMNS, 2);
        List<String> chosen = new ArrayList<>(left.stream().map(c -> "p." + c).toList());
        chosen.addAll(right.stream().map(c -> "q." + c).toList());
        return "SELECT " + String.join(", ", chosen) + " FROM {t} AS p " + kind + " {r} AS q ON " + joinCondition()
                + where("p.") + sorted(chosen.size());
    }

    private String semi() {
        List<String> chosen = some(COLUMNS, 3);
        return "SELECT " + chosen.stream().map(c -> "p." + c).collect(Collectors.joining(", ")) + " FROM {t} AS p "
                + pick("LEFT SEMI JOIN", "LEFT ANTI JOIN") + " {r} AS q ON " + joinCondition() + where("p.")
                + sorted(chosen.size());
    }

    private String joinCondition() {
        String first = pick(
                "p.id = q.id",
                "p.n = q.n",
                "p.s = q.s",
                "p.l = q.s",
                "p.ns = q.ns",
                "p.i = q.u",
                "p.d = q.d",
                "p.x = q.x",
                "p.e = q.e");
        return random.nextInt(3) == 0 ? first + " AND p.u = q.u" : first;
    }

    private String nested() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                List<String> keys = some(KEYS, 1);
                yield "SELECT k, m + 1 FROM (SELECT " + keys.getFirst() + " AS k, "
                        + pick("count()", "sum(u)", "max(id)") + " AS m FROM {t}" + where("")
                        + " GROUP BY k) WHERE m > " + random.nextInt(5) + sorted(2);
            }
            case 1 ->
                "SELECT id, s FROM {t} WHERE " + pick("u", "id", "n") + pick(" IN ", " NOT IN ") + "(SELECT "
                        + pick("u", "id", "i") + " FROM {r} WHERE " + predicate("", 1) + ")" + sorted(2);
            case 2 ->
                "SELECT id, i FROM {t} WHERE u " + comparison() + " (SELECT "
                        + pick("max(u)", "min(u)", "round(avg(u))") + " FROM {r})" + sorted(2);
            default ->
                "WITH w AS (SELECT id, u, s FROM {t}" + where("") + ") SELECT u, count(), min(s) FROM w GROUP BY u"
                        + sorted(3);
        };
    }

    private String limitBy() {
        return "SELECT u, s, id FROM {t}" + where("") + " ORDER BY "
                + pick("id", "s, id", "u DESC, id", "n NULLS FIRST, id DESC") + " LIMIT " + (1 + random.nextInt(3))
                + " BY " + pick("u", "s", "u, l", "n");
    }

    private String windowed() {
        String by = pick("u", "l", "n", "u, b");
        return "SELECT id, "
                + pick(
                        "row_number()",
                        "rank()",
                        "dense_rank()",
                        "sum(u)",
                        "count()",
                        "min(s)",
                        "lagInFrame(id)",
                        "max(i)")
                + " OVER (PARTITION BY " + by + " ORDER BY id) AS w FROM {t}" + where("") + sorted(2);
    }

    private String arrayJoined() {
        return switch (random.nextInt(3)) {
            case 0 ->
                "SELECT id, v FROM {t} " + pick("ARRAY JOIN", "LEFT ARRAY JOIN") + " a AS v" + where("") + sorted(2);
            case 1 -> "SELECT arrayJoin(a) AS v, count(), sum(u) FROM {t}" + where("") + " GROUP BY v" + sorted(3);
            default ->
                "SELECT id, arrayMap(y -> y * 2 + u, a), arrayFilter(y -> y > 0, a) FROM {t}" + where("") + sorted(3);
        };
    }

    private String united() {
        return "SELECT count(), sum(u), min(s) FROM (SELECT id, u, s FROM {t}" + where("")
                + " UNION ALL SELECT id, u, l FROM {r}" + where("") + ")";
    }

    // ---- clauses

    private String where(String prefix) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "";
            case 2 ->
                prefix.isEmpty()
                        ? " {prewhere} " + predicate(prefix, 1) + " {where} " + predicate(prefix, 1)
                        : " WHERE " + predicate(prefix, 2);
            default -> " WHERE " + predicate(prefix, 2);
        };
    }

    private String predicate(String prefix, int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            String left = predicate(prefix, depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> "NOT (" + left + ")";
                case 1 -> "(" + left + " AND " + predicate(prefix, depth - 1) + ")";
                default -> "(" + left + " OR " + predicate(prefix, depth - 1) + ")";
            };
        }
        return switch (random.nextInt(16)) {
            case 0 -> prefix + "id " + comparison() + " " + random.nextInt(1000);
            case 1 -> prefix + "i " + comparison() + " " + (random.nextInt(41) - 20);
            case 2 -> prefix + "u " + comparison() + " " + random.nextInt(7);
            case 3 -> prefix + pick("s", "ns", "l") + " " + comparison() + " " + quoted(RandomRows.word(random));
            case 4 ->
                prefix
                        + pick("s", "ns", "l")
                        + pick(" LIKE ", " NOT LIKE ", " ILIKE ")
                        + pick("'%a%'", "'a%'", "'%e'", "'_b%'", "'%mill%'", "'50\\\\%'", "'%'", "''", "'%größe%'");
            case 5 -> prefix + pick("n", "ns") + pick(" IS NULL", " IS NOT NULL");
            case 6 -> prefix + "u" + pick(" IN ", " NOT IN ") + "(" + numbers(1 + random.nextInt(4)) + ")";
            case 7 ->
                prefix + pick("s", "l", "ns") + pick(" IN ", " NOT IN ") + "(" + quoted(RandomRows.word(random)) + ", "
                        + quoted(RandomRows.word(random)) + ")";
            case 8 -> prefix + "n " + comparison() + " " + (random.nextInt(11) - 5);
            case 9 -> prefix + "d " + comparison() + " '2024-0" + (1 + random.nextInt(4)) + "-15'";
            case 10 -> prefix + "t " + comparison() + " toDateTime('2024-02-1" + random.nextInt(10) + " 05:00:00')";
            case 11 -> prefix + "f " + comparison() + " " + (random.nextInt(41) - 20) / 4.0;
            case 12 -> prefix + "id BETWEEN " + random.nextInt(600) + " AND " + random.nextInt(1000);
            case 13 -> prefix + "e " + pick("=", "!=") + " " + pick("'red'", "'green'", "'blue'");
            case 14 -> "has(" + prefix + "a, " + (random.nextInt(7) - 3) + ")";
            default ->
                pick(
                        prefix + "b",
                        "toYYYYMM(" + prefix + "d) = 20240" + (1 + random.nextInt(4)),
                        "length(" + prefix + "a) > 1",
                        prefix + "c > " + (random.nextInt(2001) - 1000),
                        "startsWith(" + prefix + "s, 'a')",
                        prefix + "x < 'bba'",
                        prefix + "u = " + prefix + "n",
                        prefix + "s = " + prefix + "l",
                        "coalesce(" + prefix + "n, 0) >= 0",
                        "(" + prefix + "u, " + prefix + "b) IN ((1, true), (3, false))");
        };
    }

    private String sorted(int columns) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> " ORDER BY " + allOf(columns);
            case 2 -> " ORDER BY " + allOf(columns) + " LIMIT " + random.nextInt(30);
            default ->
                " ORDER BY " + allOf(columns) + " LIMIT " + random.nextInt(200) + " OFFSET " + random.nextInt(40);
        };
    }

    private String allOf(int columns) {
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, columns).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream()
                .map(c -> c + pick("", "", " DESC", " NULLS FIRST", " DESC NULLS LAST"))
                .collect(Collectors.joining(", "));
    }

    private String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(9) - 1))
                .collect(Collectors.joining(", "));
    }

    private String comparison() {
        return pick("=", "!=", "<", "<=", ">", ">=");
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Between one and {@code most} of the choices, each once. */
    private List<String> some(List<String> choices, int most) {
        List<String> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(most));
    }
}
