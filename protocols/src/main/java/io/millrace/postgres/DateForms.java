package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.LiteralValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's functions of dates and times by the engine's, for one statement.
 *
 * <p>A {@code timestamp} has no zone there. Here it is the moment that reads so in the session's zone; which expressions are meant so is remembered,
 * because {@code AT TIME ZONE} goes from moments to readings and back.
 */
final class DateForms {
    private final String sessionZone;
    private final Set<Expr> readings = Collections.newSetFromMap(new IdentityHashMap<>());

    DateForms(String sessionZone) {
        this.sessionZone = sessionZone;
    }

    /** Remembers that an expression is of type {@code timestamp}. */
    Expr reading(Expr expr) {
        readings.add(expr);
        return expr;
    }

    /** What stands for a call; empty when it is no such function. */
    Optional<Expr> of(FunctionCall call) {
        List<Expr> args = call.arguments();
        Optional<Expr> result = switch (call.name().toLowerCase(Locale.ROOT)) {
            case "localtimestamp" -> Optional.of(reading(now(call)));
            case "current_timestamp", "clock_timestamp", "transaction_timestamp", "statement_timestamp" ->
                args.isEmpty() ? Optional.of(now(call)) : Optional.empty();
            case "current_time", "localtime" ->
                Optional.of(TreeMapper.call(call, "formatDateTime", now(call), TreeMapper.literal(call, "%H:%i:%S")));
            case "to_timestamp" ->
                args.size() == 1
                        ? Optional.of(TreeMapper.call(call, "toDateTime64", args.get(0), TreeMapper.number(call, 6)))
                        : parsed(call);
            case "to_date" ->
                args.size() == 2 ? parsed(call).map(p -> TreeMapper.call(call, "toDate", p)) : Optional.empty();
            case "to_char" -> formatted(call);
            case "date_part" -> args.size() == 2 ? part(call) : Optional.empty();
            case "date_trunc" -> truncated(call);
            case "timezone" -> args.size() == 2 ? Optional.of(inZone(call)) : Optional.empty();
            case "minus" ->
                args.size() == 2 && isDate(args.get(1))
                        ? Optional.of(TreeMapper.call(
                                call,
                                "toInt32",
                                TreeMapper.call(
                                        call, "dateDiff", TreeMapper.literal(call, "day"), args.get(1), args.get(0))))
                        : Optional.empty();
            case "make_date" -> Optional.of(TreeMapper.call(call, "makeDate32", args.toArray(new Expr[0])));
            default -> Optional.empty();
        };
        boolean keeps = switch (call.name().toLowerCase(Locale.ROOT)) {
            case "plus", "minus", "date_trunc" -> args.stream().anyMatch(readings::contains);
            default -> false;
        };
        if (keeps) {
            readings.add(result.orElse(call));
        }
        return result;
    }

    /** Whether an expression is a literal of type date: it is subtracted from dates of whatever type of ours. */
    private static boolean isDate(Expr expr) {
        return expr instanceof FunctionCall cast
                && cast.name().equals("CAST")
                && cast.arguments().getFirst() instanceof Expr.Literal
                && TreeMapper.text(cast.arguments().getLast()).equals(Optional.of("Date32"));
    }

    private static Expr now(Expr beside) {
        return TreeMapper.call(beside, "now64", TreeMapper.number(beside, 6));
    }

    // ---- zones

    /** {@code timezone(zone, x)}: how a moment reads in the zone, or the moment that reads so there. */
    private Expr inZone(FunctionCall call) {
        Expr zone = call.arguments().get(0);
        Expr x = call.arguments().get(1);
        Expr home = TreeMapper.literal(call, sessionZone);
        if (!readings.contains(x)) {
            Expr difference = TreeMapper.call(call, "minus", offset(x, zone), offset(x, home));
            return reading(
                    TreeMapper.call(call, "toTimeZone", TreeMapper.call(call, "addSeconds", x, difference), home));
        }
        Expr near = TreeMapper.call(
                call, "addSeconds", x, TreeMapper.call(call, "minus", offset(x, home), offset(x, zone)));
        return TreeMapper.call(
                call, "addSeconds", x, TreeMapper.call(call, "minus", offset(x, home), offset(near, zone)));
    }

    /** The seconds that a zone is ahead at a moment. */
    private static Expr offset(Expr moment, Expr zone) {
        return TreeMapper.call(moment, "timeZoneOffset", TreeMapper.call(moment, "toTimeZone", moment, zone));
    }

    // ---- parts

    private static Optional<Expr> part(FunctionCall call) {
        String part = TreeMapper.text(call.arguments().getFirst()).orElse("").toLowerCase(Locale.ROOT);
        Expr x = call.arguments().get(1);
        Expr year = TreeMapper.call(call, "toYear", x);
        return Optional.ofNullable(
                switch (part) {
                    case "year" -> year;
                    case "month" -> TreeMapper.call(call, "toMonth", x);
                    case "day" -> TreeMapper.call(call, "toDayOfMonth", x);
                    case "hour" -> TreeMapper.call(call, "toHour", x);
                    case "minute" -> TreeMapper.call(call, "toMinute", x);
                    case "second" -> TreeMapper.call(call, "toSecond", x);
                    case "quarter" -> TreeMapper.call(call, "toQuarter", x);
                    case "week" -> TreeMapper.call(call, "toISOWeek", x);
                    case "dow" -> TreeMapper.call(call, "toDayOfWeek", x, TreeMapper.number(call, 2));
                    case "isodow" -> TreeMapper.call(call, "toDayOfWeek", x);
                    case "doy" -> TreeMapper.call(call, "toDayOfYear", x);
                    case "isoyear" -> TreeMapper.call(call, "toISOYear", x);
                    case "epoch" -> TreeMapper.call(call, "toUnixTimestamp", x);
                    case "decade" -> TreeMapper.call(call, "intDiv", year, TreeMapper.number(call, 10));
                    case "century" -> intDiv(call, year, 99, 100);
                    case "millennium" -> intDiv(call, year, 999, 1000);
                    default -> null;
                });
    }

    private static Expr intDiv(Expr beside, Expr x, long plus, long by) {
        return TreeMapper.call(
                beside,
                "intDiv",
                TreeMapper.call(beside, "plus", x, TreeMapper.number(beside, plus)),
                TreeMapper.number(beside, by));
    }

    /** Weeks, months and years are dates in ClickHouse, but moments in PostgreSQL; some units have other names. */
    private static Optional<Expr> truncated(FunctionCall call) {
        String unit = call.arguments().isEmpty()
                ? ""
                : TreeMapper.text(call.arguments().getFirst()).orElse("").toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "day", "week", "month", "quarter", "year" -> Optional.of(TreeMapper.call(call, "toDateTime", call));
            case "milliseconds", "microseconds" -> {
                List<Expr> arguments = new ArrayList<>(call.arguments());
                arguments.set(0, TreeMapper.literal(call, unit.substring(0, unit.length() - 1)));
                yield Optional.of(TreeMapper.call(call, "date_trunc", arguments.toArray(new Expr[0])));
            }
            default ->
                call.arguments().size() == 2
                                && TreeMapper.text(call.arguments().getFirst()).isEmpty()
                        ? Optional.of(truncatedBy(call))
                        : Optional.empty();
        };
    }

    /** The unit is not known before the statement runs, so that all of them are tried. */
    private static Expr truncatedBy(FunctionCall call) {
        Expr unit = TreeMapper.call(call, "lower", call.arguments().get(0));
        Expr x = call.arguments().get(1);
        List<Expr> branches = new ArrayList<>();
        for (String name : List.of("second", "minute", "hour", "day", "week", "month", "quarter", "year")) {
            branches.add(TreeMapper.call(call, "equals", unit, TreeMapper.literal(call, name)));
            branches.add(TreeMapper.call(
                    call, "toDateTime", TreeMapper.call(call, "date_trunc", TreeMapper.literal(call, name), x)));
        }
        branches.add(new Expr.Literal(call.position(), new LiteralValue.NullValue()));
        return TreeMapper.call(call, "multiIf", branches.toArray(new Expr[0]));
    }

    // ---- texts

    private static Optional<Expr> parsed(FunctionCall call) {
        Optional<String> format =
                call.arguments().size() == 2 ? TreeMapper.text(call.arguments().get(1)) : Optional.empty();
        return format.map(f -> TreeMapper.call(
                call, "parseDateTime", call.arguments().getFirst(), TreeMapper.literal(call, DateFormat.parsing(f))));
    }

    private static Optional<Expr> formatted(FunctionCall call) {
        Optional<String> format =
                call.arguments().size() == 2 ? TreeMapper.text(call.arguments().get(1)) : Optional.empty();
        if (format.filter(DateFormat::isOfNumbers).isPresent()) {
            throw new PgError(SqlState.NOT_SUPPORTED, "to_char is supported for dates and times, not for numbers");
        }
        return format.map(f -> DateFormat.of(f, call.arguments().getFirst()));
    }
}
