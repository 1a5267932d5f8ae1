package io.millrace.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** A table of milliseconds, one row for a thing measured and one column for an engine, and the ratios between them. */
final class Figures {
    static final String OURS = "ours";
    /** Below this many milliseconds of the peer a ratio says little. */
    private static final double SHORT = 20;

    private final List<String> engines;
    private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

    Figures(List<String> engines) {
        this.engines = engines;
    }

    /** Keeps the smallest figure of each. */
    void add(String row, String engine, double millis) {
        rows.computeIfAbsent(row, _ -> new LinkedHashMap<>()).merge(engine, millis, Math::min);
    }

    private List<String> peers() {
        return engines.contains(OURS)
                ? engines.stream().filter(e -> !e.equals(OURS)).toList()
                : List.of();
    }

    private OptionalDouble ratio(String row, String peer) {
        Double ours = rows.getOrDefault(row, Map.of()).get(OURS);
        Double other = rows.getOrDefault(row, Map.of()).get(peer);
        return ours == null || other == null || !(ours > 0) || !(other > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(ours / other);
    }

    /** The geometric mean of the ratios to a peer, over the rows that both have. */
    OptionalDouble geometricMean(String peer) {
        double sum = 0;
        int n = 0;
        for (String row : rows.keySet()) {
            OptionalDouble ratio = ratio(row, peer);
            if (ratio.isPresent()) {
                sum += Math.log(ratio.getAsDouble());
                n++;
            }
        }
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(sum / n));
    }

    /** The line above the rows. */
    String header() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", ""));
        engines.forEach(engine -> line.append(String.format(Locale.ROOT, "%14s", engine + " ms")));
        peers().forEach(peer -> line.append(String.format(Locale.ROOT, "%14s", "/" + peer)));
        return line.toString();
    }

    /** One row with its ratios. */
    String line(String row) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", row));
        Map<String, Double> values = rows.getOrDefault(row, Map.of());
        for (String engine : engines) {
            Double value = values.get(engine);
            line.append(String.format(
                    Locale.ROOT, "%14s", value == null ? "-" : String.format(Locale.ROOT, "%.2f", value)));
        }
        for (String peer : peers()) {
            line.append(String.format(Locale.ROOT, "%14s", text(ratio(row, peer))));
        }
        return line.toString();
    }

    private static String text(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : "-";
    }

    /** The geometric means, and the rows where a peer that takes 20 ms or more is three times as fast. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (String peer : peers()) {
            List<String> slow = rows.keySet().stream()
                    .filter(row -> Objects.requireNonNull(rows.get(row)).getOrDefault(peer, 0.0) >= SHORT)
                    .filter(row -> ratio(row, peer).orElse(0) > 3)
                    .toList();
            lines.add("geometric mean ours/" + peer + ": " + text(geometricMean(peer))
                    + (slow.isEmpty() ? "" : "; above 3 where it takes 20 ms or more: " + String.join(" ", slow)));
        }
        return lines;
    }

    /** The figures and geometric means as JSON objects; what is not a number is left out. */
    Map<String, Object> json() {
        Map<String, Object> means = new LinkedHashMap<>();
        for (String peer : peers()) {
            OptionalDouble mean = geometricMean(peer);
            if (mean.isPresent()) {
                means.put(peer, mean.getAsDouble());
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("milliseconds", rows);
        json.put("geometricMeanOursTo", means);
        return json;
    }
}
