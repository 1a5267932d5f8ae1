package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's functions of text, patterns and arrays by the engine's. */
final class TextForms {
    private TextForms() {}

    /** What stands for a call; empty when it is no such function. */
    static Optional<Expr> of(FunctionCall call) {
        List<Expr> args = call.arguments();
        return Optional.ofNullable(
                switch (args.size()) {
                    case 1 -> one(call, args.getFirst());
                    case 2 -> two(call, args.get(0), args.get(1));
                    case 3 -> three(call, args.get(0), args.get(1), args.get(2));
                    default ->
                        args.size() == 4 && name(call).equals("regexp_replace")
                                ? replaced(
                                        call, args, TreeMapper.text(args.get(3)).orElse(""))
                                : null;
                });
    }

    private static String name(FunctionCall call) {
        return call.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Expr one(FunctionCall call, Expr x) {
        return switch (name(call)) {
            case "md5" -> call(call, "lower", call(call, "hex", call(call, "MD5", x)));
            case "bit_length" -> call(call, "multiply", call(call, "length", x), TreeMapper.number(call, 8));
            case "sha256" -> call(call, "SHA256", x);
            case "to_hex" ->
                call(
                        call,
                        "ifNull",
                        call(
                                call,
                                "nullIf",
                                call(
                                        call,
                                        "trimLeft",
                                        call(call, "lower", call(call, "hex", x)),
                                        TreeMapper.literal(call, "0")),
                                TreeMapper.literal(call, "")),
                        TreeMapper.literal(call, "0"));
            default -> null;
        };
    }

    private static @Nullable Expr two(FunctionCall call, Expr x, Expr y) {
        return switch (name(call)) {
            case "string_to_array" -> call(call, "splitByString", y, x);
            case "string_to_table" -> call(call, "arrayJoin", call(call, "splitByString", y, x));
            case "array_to_string" -> call(call, "arrayStringConcat", x, y);
            case "array_length", "array_upper" ->
                call(call, "nullIf", call(call, "toInt32", call(call, "length", x)), TreeMapper.number(call, 0));
            case "array_lower" -> TreeMapper.number(call, 1);
            case "array_position" -> call(call, "nullIf", call(call, "indexOf", x, y), TreeMapper.number(call, 0));
            case "array_prepend" -> call(call, "arrayPushFront", y, x);
            case "array_remove" -> call(call, "arrayFilter", element(call, "isDistinctFrom", y), x);
            case "substring", "substr" -> TreeMapper.text(y).isPresent() ? call(call, "extract", x, y) : null;
            case "regexp_match" -> call(call, "extractGroups", x, grouped(y));
            case "regexp_matches" -> call(call, "extractGroups", x, grouped(y));
            case "regexp_split_to_array" -> call(call, "splitByRegexp", y, x);
            case "regexp_split_to_table" -> call(call, "arrayJoin", call(call, "splitByRegexp", y, x));
            case "regexp_count" -> call(call, "countMatches", x, y);
            case "regexp_like" -> call(call, "match", x, y);
            case "regexp_substr" -> call(call, "extract", x, grouped(y));
            case "encode" ->
                switch (format(y)) {
                    case "hex" -> call(call, "lower", call(call, "hex", x));
                    case "base64" -> call(call, "base64Encode", x);
                    default -> null;
                };
            case "decode" ->
                switch (format(y)) {
                    case "hex" -> call(call, "unhex", x);
                    case "base64" -> call(call, "base64Decode", x);
                    default -> null;
                };
            case "convert_from", "convert_to" -> x;
            case "log" -> call(call, "divide", call(call, "log", y), call(call, "log", x));
            default -> null;
        };
    }

    private static @Nullable Expr three(FunctionCall call, Expr x, Expr y, Expr z) {
        return switch (name(call)) {
            case "split_part" -> call(call, "arrayElement", call(call, "splitByString", y, x), z);
            case "regexp_replace" -> replaced(call, call.arguments(), "");
            case "regexp_matches" ->
                TreeMapper.text(z).orElse("").contains("g")
                        ? call(call, "arrayJoin", call(call, "extractAllGroupsVertical", x, grouped(y)))
                        : call(call, "extractGroups", x, grouped(y));
            case "array_replace" -> {
                Expr element = new Expr.Identifier(call.position(), List.of("element"));
                Expr body = call(call, "if", call(call, "isNotDistinctFrom", element, y), z, element);
                yield call(call, "arrayMap", new Expr.Lambda(call.position(), List.of("element"), body), x);
            }
            default -> null;
        };
    }

    private static Expr call(FunctionCall beside, String name, Expr... arguments) {
        return TreeMapper.call(beside, name, arguments);
    }

    private static String format(Expr expr) {
        return TreeMapper.text(expr).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Expr element(FunctionCall call, String comparison, Expr other) {
        Expr element = new Expr.Identifier(call.position(), List.of("element"));
        return new Expr.Lambda(call.position(), List.of("element"), TreeMapper.call(call, comparison, element, other));
    }

    /** The pattern with a group around it if it has none: PostgreSQL then gives the whole match. */
    private static Expr grouped(Expr pattern) {
        return TreeMapper.text(pattern)
                .filter(p -> p.indexOf('(') < 0)
                .<Expr>map(p -> TreeMapper.literal(pattern, "(" + p + ")"))
                .orElse(pattern);
    }

    /** Only the first match is replaced unless the flags say {@code g}. */
    private static Expr replaced(FunctionCall call, List<Expr> args, String flags) {
        Expr pattern = flags.indexOf('i') < 0
                ? args.get(1)
                : TreeMapper.call(call, "concat", TreeMapper.literal(call, "(?i)"), args.get(1));
        return TreeMapper.call(
                call,
                flags.indexOf('g') < 0 ? "replaceRegexpOne" : "replaceRegexpAll",
                args.get(0),
                pattern,
                args.get(2));
    }
}
