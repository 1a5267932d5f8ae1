package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patterns of {@code to_char} and {@code to_date} by those of {@code formatDateTime}, and by other functions where that has none. */
final class DateFormat {
    private static final int NAME_WIDTH = 9;

    /** Longer ones first. */
    private static final List<Map.Entry<String, String>> PATTERNS = List.of(
            Map.entry("HH24", "%H"),
            Map.entry("HH12", "%I"),
            Map.entry("IYYY", "%G"),
            Map.entry("YYYY", "%Y"),
            Map.entry("MONTH", "%M"),
            Map.entry("MON", "%b"),
            Map.entry("DDD", "%j"),
            Map.entry("DAY", "%W"),
            Map.entry("DY", "%a"),
            Map.entry("MI", "%i"),
            Map.entry("MM", "%m"),
            Map.entry("MS", "MS"),
            Map.entry("DD", "%d"),
            Map.entry("SS", "%S"),
            Map.entry("HH", "%I"),
            Map.entry("YY", "%y"),
            Map.entry("US", "%f"),
            Map.entry("AM", "%p"),
            Map.entry("PM", "%p"),
            Map.entry("IW", "%V"),
            Map.entry("WW", "WW"),
            Map.entry("ID", "%u"),
            Map.entry("Q", "%Q"),
            Map.entry("D", "D"));

    private final Expr moment;
    private final List<Expr> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    private DateFormat(Expr moment) {
        this.moment = moment;
    }

    /** Whether a pattern is one for numbers: {@code FM999,990.00}. */
    static boolean isOfNumbers(String pattern) {
        String rest = pattern.startsWith("FM") ? pattern.substring(2) : pattern;
        return rest.chars().anyMatch(c -> c == '9' || c == '0')
                && rest.chars().allMatch(c -> "90.,DGLSPRMI$ VTHEB-+".indexOf(c) >= 0);
    }

    /** The text of a moment in a pattern. */
    static Expr of(String pattern, Expr moment) {
        DateFormat format = new DateFormat(moment);
        walk(pattern, format::add);
        format.flush();
        return format.pieces.size() == 1
                ? format.pieces.getFirst()
                : TreeMapper.call(moment, "concat", format.pieces.toArray(new Expr[0]));
    }

    /** The pattern with which {@code parseDateTime} reads texts. */
    static String parsing(String pattern) {
        StringBuilder out = new StringBuilder();
        walk(pattern, (word, ours, trimmed) -> out.append(ours));
        return out.toString();
    }

    /** Takes what a pattern consists of. */
    private interface Words {
        /**
         * @param word as written; empty for text that stands for itself
         * @param ours pattern of the engine
         * @param trimmed whether {@code FM} stands before it
         */
        void take(String word, String ours, boolean trimmed);
    }

    private static void walk(String pattern, Words words) {
        int at = 0;
        boolean trimmed = false;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '"') {
                int end = pattern.indexOf('"', at + 1);
                end = end < 0 ? pattern.length() : end;
                words.take("", pattern.substring(at + 1, end).replace("%", "%%"), false);
                at = end + 1;
                continue;
            }
            if (pattern.startsWith("FM", at)) {
                at += 2;
                trimmed = true;
                continue;
            }
            int begin = at;
            Optional<Map.Entry<String, String>> found = PATTERNS.stream()
                    .filter(p -> pattern.regionMatches(
                            true, begin, p.getKey(), 0, p.getKey().length()))
                    .findFirst();
            String word = found.map(
                            p -> pattern.substring(begin, begin + p.getKey().length()))
                    .orElse("");
            char c = pattern.charAt(at);
            words.take(word, found.map(Map.Entry::getValue).orElse(c == '%' ? "%%" : String.valueOf(c)), trimmed);
            at += Math.max(1, word.length());
            trimmed = false;
        }
    }

    private void add(String word, String ours, boolean trimmed) {
        Optional<Expr> special = special(word, ours, trimmed);
        if (special.isEmpty()) {
            plain.append(ours);
        } else {
            flush();
            pieces.add(special.get());
        }
    }

    private void flush() {
        if (!plain.isEmpty() || pieces.isEmpty()) {
            pieces.add(formatted(plain.toString()));
            plain.setLength(0);
        }
    }

    private Expr formatted(String pattern) {
        return TreeMapper.call(moment, "formatDateTime", moment, TreeMapper.literal(moment, pattern));
    }

    /** What {@code formatDateTime} cannot: names in other cases and padded, numbers without zeros. */
    private Optional<Expr> special(String word, String ours, boolean trimmed) {
        return switch (ours) {
            case "MS" -> Optional.of(padded(TreeMapper.call(moment, "toMillisecond", moment), 3));
            case "D" ->
                Optional.of(
                        text(plus(TreeMapper.call(moment, "toDayOfWeek", moment, TreeMapper.number(moment, 2)), 1)));
            case "WW" ->
                Optional.of(padded(
                        plus(
                                TreeMapper.call(
                                        moment,
                                        "intDiv",
                                        plus(TreeMapper.call(moment, "toDayOfYear", moment), -1),
                                        TreeMapper.number(moment, 7)),
                                1),
                        2));
            case "%M", "%W" -> {
                Expr name = inCase(word, formatted(ours));
                yield Optional.of(
                        trimmed
                                ? name
                                : TreeMapper.call(moment, "rightPad", name, TreeMapper.number(moment, NAME_WIDTH)));
            }
            case "%b", "%a" ->
                Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1))
                        ? Optional.empty()
                        : Optional.of(inCase(word, formatted(ours)));
            case "%p" ->
                Character.isLowerCase(word.charAt(0)) ? Optional.of(inCase(word, formatted(ours))) : Optional.empty();
            case "%d", "%m", "%H", "%I", "%i", "%S" ->
                trimmed ? Optional.of(text(TreeMapper.call(moment, "toUInt8", formatted(ours)))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Expr plus(Expr x, long n) {
        return TreeMapper.call(moment, "plus", x, TreeMapper.number(moment, n));
    }

    private Expr text(Expr number) {
        return TreeMapper.call(moment, "toString", number);
    }

    private Expr padded(Expr number, int width) {
        return TreeMapper.call(
                moment, "leftPad", text(number), TreeMapper.number(moment, width), TreeMapper.literal(moment, "0"));
    }

    /** {@code MONTH} in upper case, {@code month} in lower case, {@code Month} as it is. */
    private Expr inCase(String word, Expr name) {
        if (Character.isLowerCase(word.charAt(0))) {
            return TreeMapper.call(moment, "lower", name);
        }
        return Character.isUpperCase(word.charAt(1)) ? TreeMapper.call(moment, "upper", name) : name;
    }
}
