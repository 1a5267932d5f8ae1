package io.millrace.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes odd statements out of sound ones: words go, come twice, change places, or become words of other statements and extreme values. */
final class StatementMutator {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.|'')*'|`[^`]*`|\"[^\"]*\"|[A-Za-z_][A-Za-z_0-9]*|[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\\s+|->|::|<=|>=|!=|<>|==|\\|\\||.",
            Pattern.DOTALL);

    private static final List<String> EXTREMES = List.of(
            "NULL",
            "0",
            "-1",
            "1",
            "127",
            "128",
            "255",
            "256",
            "-128",
            "65536",
            "2147483648",
            "4294967295",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551615",
            "170141183460469231731687303715884105727",
            "1e308",
            "-1e308",
            "nan",
            "inf",
            "-inf",
            "0.1",
            "''",
            "'a'",
            "'\\0'",
            "'é'",
            "'2024-02-30'",
            "'2024-02-03'",
            "'2024-02-03 04:05:06'",
            "'1970-01-01'",
            "'2299-12-31'",
            "'[1,2]'",
            "'%'",
            "'(a|b)*'",
            "'['",
            "[]",
            "[NULL]",
            "[1, 2]",
            "['a']",
            "[[]]",
            "(1, 'a')",
            "()",
            "tuple()",
            "map()",
            "map('a', 1)",
            "true",
            "toDate('2024-02-03')",
            "toDateTime64('2024-02-03', 9)",
            "toDecimal64(1.5, 4)",
            "toDecimal128('-99999999999999999999', 18)",
            "CAST(NULL AS Nullable(String))",
            "toLowCardinality('x')",
            "toFixedString('ab', 3)",
            "materialize(1)",
            "materialize('x')",
            "materialize(NULL)",
            "[]::Array(Nullable(Int8))",
            "toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')",
            "number",
            "*",
            "(SELECT 1)",
            "(SELECT 1 WHERE 0)",
            "x -> x",
            "INTERVAL 1 MONTH",
            "today()",
            "count()",
            "sum(number)",
            "row_number() OVER ()",
            "generateUUIDv4()",
            "arrayJoin([1, 2])",
            "DISTINCT",
            "k",
            "s",
            "n",
            "a",
            "d",
            "l",
            "m",
            "t");

    private final Random random;
    private final List<List<String>> statements;
    private final List<String> words = new ArrayList<>();

    StatementMutator(Random random, List<String> statements) {
        this.random = random;
        this.statements = statements.stream().map(StatementMutator::tokens).toList();
        this.statements.forEach(s -> s.stream().filter(w -> !w.isBlank()).forEach(words::add));
    }

    /** Statements of the golden files that can be mutated without harm to others. */
    static List<String> corpus(Path sql) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sql)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                for (String statement : Files.readString(file).split(";\\s*\n", -1)) {
                    String text = statement.replaceAll("(?m)^\\s*--.*$", "").strip();
                    String lower = text.toLowerCase(Locale.ROOT);
                    boolean tame =
                            Stream.of("system", "sleep", "kill", "outfile").noneMatch(lower::contains);
                    if (!text.isEmpty() && text.length() < 2000 && tame) {
                        found.add(text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<String> tokens(String statement) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    String next() {
        List<String> tokens = new ArrayList<>(pick(statements));
        for (int change = 1 + random.nextInt(3); change > 0 && !tokens.isEmpty(); change--) {
            mutate(tokens);
        }
        return String.join("", tokens);
    }

    private void mutate(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        for (int i = 0; i < 3 && tokens.get(at).isBlank(); i++) {
            at = random.nextInt(tokens.size());
        }
        switch (random.nextInt(10)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
            case 3, 4 -> replaceLike(tokens, at);
            case 5 -> tokens.set(at, pick(words));
            case 6 -> wrap(tokens, at);
            default -> replaceLiteral(tokens, at);
        }
    }

    private void replaceLiteral(List<String> tokens, int from) {
        for (int i = 0; i < tokens.size(); i++) {
            int at = (from + i) % tokens.size();
            char first = tokens.get(at).charAt(0);
            if (first == '\'' || Character.isDigit(first)) {
                tokens.set(at, pick(EXTREMES));
                return;
            }
        }
        tokens.set(from, pick(EXTREMES));
    }

    /** A word becomes another word that also stands before a parenthesis, or also does not: functions become functions. */
    private void replaceLike(List<String> tokens, int from) {
        for (int i = 0; i < tokens.size(); i++) {
            int at = (from + i) % tokens.size();
            if (isCall(tokens, at)) {
                List<String> other = pick(statements);
                for (int k = 0; k < other.size(); k++) {
                    if (isCall(other, k) && random.nextBoolean()) {
                        tokens.set(at, other.get(k));
                        return;
                    }
                }
            }
        }
        tokens.set(from, pick(words));
    }

    private static boolean isCall(List<String> tokens, int at) {
        return Character.isLetter(tokens.get(at).charAt(0))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).equals("(");
    }

    private void wrap(List<String> tokens, int at) {
        List<String> other = pick(statements);
        for (int k = 0; k < other.size(); k++) {
            if (isCall(other, k)) {
                tokens.set(
                        at,
                        other.get(k) + "(" + tokens.get(at)
                                + (random.nextBoolean() ? ")" : ", " + pick(EXTREMES) + ")"));
                return;
            }
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
