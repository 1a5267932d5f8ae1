package io.millrace.sql;

import io.millrace.sql.SqlStatements.SqlStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One golden file: its name {@code topic/name}, its statements and the bytes they must write one after the other.
 *
 * <p>{@code lengths} tells how many of these bytes each statement writes; it is empty where the index
 * {@code statements.tsv} does not fit the file, and then only whole outputs can be compared.
 */
record Golden(String name, List<SqlStatement> statements, byte[] reference, List<Integer> lengths) {

    /** The files whose name the regular expression finds, in order of their names. */
    static List<Golden> load(Path root, String pattern) throws IOException {
        Map<String, List<Integer>> index = index(root.resolve("statements.tsv"));
        java.util.regex.Pattern expression = java.util.regex.Pattern.compile(pattern);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        List<Golden> goldens = new ArrayList<>();
        for (Path file : files) {
            String relative = root.relativize(file).toString().replace('\\', '/');
            String name = relative.substring(0, relative.length() - ".sql".length());
            if (expression.matcher(name).find()) {
                goldens.add(read(root, name, index.getOrDefault(name, List.of())));
            }
        }
        return goldens;
    }

    private static Golden read(Path root, String name, List<Integer> lengths) throws IOException {
        List<SqlStatement> statements = SqlStatements.split(Files.readString(root.resolve(name + ".sql")));
        byte[] reference = Files.readAllBytes(root.resolve(name + ".reference"));
        int total = lengths.stream().mapToInt(Integer::intValue).sum();
        boolean fits = lengths.size() == statements.size() && total == reference.length;
        return new Golden(name, statements, reference, fits ? lengths : List.of());
    }

    private static Map<String, List<Integer>> index(Path file) throws IOException {
        Map<String, List<Integer>> index = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.startsWith("#")) {
                List<Integer> lengths = new ArrayList<>();
                for (String length : line.substring(tab + 1).split(" ", -1)) {
                    lengths.add(Integer.valueOf(length));
                }
                index.put(line.substring(0, tab), lengths);
            }
        }
        return index;
    }

    /** Names that are expected to fail, with the reason; a missing file means none. */
    static Map<String, String> knownFailures(Path root) throws IOException {
        Map<String, String> known = new TreeMap<>();
        Path file = root.resolve("known-failures.txt");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String entry = line.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                int space = entry.indexOf(' ');
                known.put(space < 0 ? entry : entry.substring(0, space), space < 0 ? "" : entry.substring(space + 1));
            }
        }
        return known;
    }

    /** What the statement at this position must write, where that is known. */
    Optional<byte[]> expected(int position) {
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        int from = 0;
        for (int i = 0; i < position; i++) {
            from += lengths.get(i);
        }
        return Optional.of(Arrays.copyOfRange(reference, from, from + lengths.get(position)));
    }

    /** The lines around the first difference, in the manner of {@code diff -u}. */
    static String difference(byte[] expected, byte[] actual) {
        List<String> want = lines(expected);
        List<String> got = lines(actual);
        int first = 0;
        while (first < want.size() && first < got.size() && want.get(first).equals(got.get(first))) {
            first++;
        }
        StringBuilder text = new StringBuilder("@@ line ").append(first + 1).append(" @@\n");
        append(text, "  ", want, Math.max(0, first - 2), first);
        append(text, "- ", want, first, Math.min(want.size(), first + 10));
        append(text, "+ ", got, first, Math.min(got.size(), first + 10));
        return text.toString();
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static void append(StringBuilder text, String mark, List<String> lines, int from, int to) {
        for (String line : lines.subList(from, to)) {
            text.append(mark).append(line, 0, Math.min(line.length(), 400)).append('\n');
        }
    }
}
