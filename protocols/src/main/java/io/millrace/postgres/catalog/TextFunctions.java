package io.millrace.postgres.catalog;

import static io.millrace.postgres.catalog.Functions.BOOL;
import static io.millrace.postgres.catalog.Functions.FLOAT8;
import static io.millrace.postgres.catalog.Functions.INT4;
import static io.millrace.postgres.catalog.Functions.TEXT;
import static io.millrace.postgres.catalog.Functions.lenient;
import static io.millrace.postgres.catalog.Functions.strict;
import static io.millrace.postgres.catalog.Functions.text;
import static io.millrace.postgres.catalog.Functions.whole;

import io.millrace.base.text.regex.Regex;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of texts, arrays and moments, as far as questions to the catalog use them. */
final class TextFunctions {
    private static final WireType TEXTS = new WireType(PgType.TEXT, true, -1);

    private TextFunctions() {}

    static void add() {
        strict("lower", TEXT, (a, e) -> text(a.getFirst()).toLowerCase(Locale.ROOT));
        strict("upper", TEXT, (a, e) -> text(a.getFirst()).toUpperCase(Locale.ROOT));
        strict("length char_length character_length", INT4, (a, e) ->
                (long) text(a.getFirst()).codePointCount(0, text(a.getFirst()).length()));
        strict("quote_ident", TEXT, (a, e) -> Text.quoteIdent(text(a.getFirst())));
        strict("quote_literal", TEXT, (a, e) -> Text.quoteLiteral(text(a.getFirst())));
        lenient(
                "quote_nullable",
                TEXT,
                (a, e) -> a.getFirst() == null ? "NULL" : Text.quoteLiteral(text(a.getFirst())));
        lenient("concat", TEXT, TextFunctions::joined);
        lenient(
                "concat_ws",
                TEXT,
                (a, e) -> String.join(
                        text(a.getFirst()),
                        a.subList(1, a.size()).stream()
                                .filter(v -> v != null)
                                .map(String::valueOf)
                                .toList()));
        lenient("format", TEXT, TextFunctions::format);
        strict("replace", TEXT, (a, e) -> text(a.get(0)).replace(text(a.get(1)), text(a.get(2))));
        strict("regexp_replace", TEXT, TextFunctions::regexReplace);
        strict("substring substr", TEXT, TextFunctions::substring);
        strict("left", TEXT, (a, e) -> cut(text(a.get(0)), 0, (int) whole(a.get(1))));
        strict(
                "right",
                TEXT,
                (a, e) -> cut(text(a.get(0)), text(a.get(0)).length() - (int) whole(a.get(1)), Integer.MAX_VALUE / 2));
        strict("split_part", TEXT, (a, e) -> {
            List<String> parts = split(text(a.get(0)), text(a.get(1)));
            int index = (int) whole(a.get(2)) - 1;
            return index >= 0 && index < parts.size() ? parts.get(index) : "";
        });
        strict("trimboth btrim", TEXT, (a, e) -> trim(a, true, true));
        strict("trimleft ltrim", TEXT, (a, e) -> trim(a, true, false));
        strict("trimright rtrim", TEXT, (a, e) -> trim(a, false, true));
        strict("position strpos", INT4, (a, e) -> (long) text(a.get(0)).indexOf(text(a.get(1))) + 1);
        strict("starts_with", BOOL, (a, e) -> text(a.get(0)).startsWith(text(a.get(1))));
        strict("md5", TEXT, (a, e) -> md5(text(a.getFirst())));
        strict("parse_ident", TEXTS, (a, e) -> new ArrayList<Object>(Text.identifiers(text(a.getFirst()))));
        strict(
                "ascii",
                INT4,
                (a, e) -> text(a.getFirst()).isEmpty()
                        ? 0L
                        : (long) text(a.getFirst()).codePointAt(0));
        strict(
                "abs round floor ceil trunc",
                FLOAT8,
                (a, e) -> Casts.number(java.util.Objects.requireNonNull(a.getFirst())));
        arrays();
        moments();
        lenient(
                "json_build_object jsonb_build_object row_to_json to_json to_jsonb",
                WireType.of(PgType.JSON),
                TextFunctions::json);
    }

    private static void arrays() {
        lenient("array_to_string", TEXT, (a, e) -> {
            if (!(a.getFirst() instanceof List<?> list)) {
                return null;
            }
            List<String> parts = new ArrayList<>();
            for (Object element : list) {
                if (element != null) {
                    parts.add(text(element));
                } else if (a.size() > 2) {
                    parts.add(text(a.get(2)));
                }
            }
            return String.join(text(a.get(1)), parts);
        });
        strict("string_to_array", TEXTS, (a, e) -> new ArrayList<Object>(split(text(a.get(0)), text(a.get(1)))));
        lenient(
                "array_length array_upper cardinality array_ndims",
                INT4,
                (a, e) -> a.getFirst() instanceof List<?> list && !list.isEmpty() ? (long) list.size() : null);
        lenient("array_lower", INT4, (a, e) -> a.getFirst() instanceof List<?> list && !list.isEmpty() ? 1L : null);
        lenient("array_position", INT4, (a, e) -> {
            int index = a.get(0) instanceof List<?> list ? list.indexOf(a.get(1)) : -1;
            return index < 0 ? null : index + 1L;
        });
        lenient("array_cat", TEXTS, TextFunctions::joined);
        lenient("array_append", TEXTS, (a, e) -> {
            List<@Nullable Object> list = new ArrayList<>(a.get(0) instanceof List<?> some ? some : List.of());
            list.add(a.get(1));
            return list;
        });
        lenient("array_remove", TEXTS, (a, e) -> {
            List<@Nullable Object> list = new ArrayList<>(a.get(0) instanceof List<?> some ? some : List.of());
            list.removeIf(v -> java.util.Objects.equals(v, a.get(1)));
            return list;
        });
    }

    private static void moments() {
        strict(
                "now current_timestamp clock_timestamp statement_timestamp transaction_timestamp localtimestamp"
                        + " pg_postmaster_start_time pg_conf_load_time",
                WireType.of(PgType.TIMESTAMPTZ),
                (a, e) -> DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx")
                        .withZone(ZoneId.of(e.session().zone()))
                        .format(Instant.now()));
        strict(
                "current_date today",
                WireType.of(PgType.DATE),
                (a, e) -> DateTimeFormatter.ISO_LOCAL_DATE
                        .withZone(ZoneId.of(e.session().zone()))
                        .format(Instant.now()));
    }

    private static @Nullable Object joined(List<@Nullable Object> args, Execution execution) {
        if (args.stream().anyMatch(a -> a instanceof List<?>)) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object part : args) {
                if (part instanceof List<?> list) {
                    all.addAll(list);
                } else if (part != null) {
                    all.add(part);
                }
            }
            return all;
        }
        StringBuilder out = new StringBuilder();
        for (Object part : args) {
            if (part == null) {
                return null;
            }
            out.append(part);
        }
        return out.toString();
    }

    /** {@code format('%I.%L %s %1$s')}. */
    private static @Nullable Object format(List<@Nullable Object> args, Execution execution) {
        if (args.getFirst() == null) {
            return null;
        }
        String pattern = text(args.getFirst());
        StringBuilder out = new StringBuilder();
        int next = 1;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c != '%' || i == pattern.length()) {
                out.append(c);
                continue;
            }
            int digits = i;
            while (digits < pattern.length() && Character.isDigit(pattern.charAt(digits))) {
                digits++;
            }
            int index = next;
            if (digits > i && digits + 1 < pattern.length() && pattern.charAt(digits) == '$') {
                index = Integer.parseInt(pattern, i, digits, 10);
                i = digits + 1;
            }
            char kind = pattern.charAt(i++);
            if (kind == '%') {
                out.append('%');
                continue;
            }
            Object value = index < args.size() ? args.get(index) : null;
            next = index + 1;
            out.append(
                    switch (kind) {
                        case 'I' -> Text.quoteIdent(text(value));
                        case 'L' -> value == null ? "NULL" : Text.quoteLiteral(text(value));
                        default -> text(value);
                    });
        }
        return out.toString();
    }

    private static Object regexReplace(List<@Nullable Object> args, Execution execution) {
        boolean all = args.size() > 3 && text(args.get(3)).contains("g");
        byte[] source = padded(text(args.get(0)));
        int length = source.length - 16;
        String replacement = text(args.get(2));
        var matcher = Regex.compile(text(args.get(1))).matcher();
        int[] slots = new int[2 * (matcher.regex().groupCount() + 1)];
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at <= length && matcher.find(source, 0, at, length, slots)) {
            out.append(new String(source, at, slots[0] - at, StandardCharsets.UTF_8))
                    .append(replacement);
            int end = slots[1];
            if (end == slots[0] && end < length) {
                out.append((char) source[end]);
                end++;
            } else if (end == slots[0]) {
                at = length + 1;
                break;
            }
            at = end;
            if (!all) {
                break;
            }
        }
        return at > length
                ? out.toString()
                : out.append(new String(source, at, length - at, StandardCharsets.UTF_8))
                        .toString();
    }

    private static byte[] padded(String text) {
        return (text + "\0".repeat(16)).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object substring(List<@Nullable Object> args, Execution execution) {
        String source = text(args.getFirst());
        if (args.get(1) instanceof String pattern) {
            byte[] bytes = padded(source);
            var matcher = Regex.compile(pattern).matcher();
            int groups = matcher.regex().groupCount();
            int[] slots = new int[2 * (groups + 1)];
            if (!matcher.find(bytes, 0, 0, bytes.length - 16, slots)) {
                return null;
            }
            int group = groups > 0 ? 1 : 0;
            return slots[2 * group] < 0
                    ? null
                    : new String(
                            bytes, slots[2 * group], slots[2 * group + 1] - slots[2 * group], StandardCharsets.UTF_8);
        }
        int from = (int) whole(args.get(1)) - 1;
        int to = args.size() > 2 ? from + (int) whole(args.get(2)) : source.length();
        int begin = Math.max(0, Math.min(from, source.length()));
        return source.substring(begin, Math.max(begin, Math.min(to, source.length())));
    }

    private static String cut(String text, int from, int count) {
        int begin = Math.max(0, Math.min(from, text.length()));
        int end = count < 0 ? text.length() + count : Math.min(text.length(), begin + count);
        return text.substring(begin, Math.max(begin, end));
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            parts.add(text);
            return parts;
        }
        int at = 0;
        for (int next = text.indexOf(separator); next >= 0; next = text.indexOf(separator, at)) {
            parts.add(text.substring(at, next));
            at = next + separator.length();
        }
        parts.add(text.substring(at));
        return parts;
    }

    private static String trim(List<@Nullable Object> args, boolean left, boolean right) {
        String text = text(args.getFirst());
        String characters = args.size() > 1 ? text(args.get(1)) : " ";
        int from = 0;
        int to = text.length();
        while (left && from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (right && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object json(List<@Nullable Object> args, Execution execution) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i + 1 < args.size(); i += 2) {
            out.append(i == 0 ? "" : ", ").append('"').append(text(args.get(i))).append("\" : ");
            Object value = args.get(i + 1);
            if (value == null || value instanceof Number || value instanceof Boolean) {
                out.append(value);
            } else {
                out.append('"')
                        .append(text(value).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return out.append('}').toString();
    }
}
