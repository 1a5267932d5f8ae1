package io.millrace.postgres;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import java.util.Locale;
import java.util.Map;

/** {@code '2 days 3 hours'::interval} as the engine's intervals, which have one unit each and are added to one another. */
final class IntervalText {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("microsecond", "toIntervalMicrosecond"),
            Map.entry("millisecond", "toIntervalMillisecond"),
            Map.entry("second", "toIntervalSecond"),
            Map.entry("sec", "toIntervalSecond"),
            Map.entry("minute", "toIntervalMinute"),
            Map.entry("min", "toIntervalMinute"),
            Map.entry("hour", "toIntervalHour"),
            Map.entry("day", "toIntervalDay"),
            Map.entry("week", "toIntervalWeek"),
            Map.entry("month", "toIntervalMonth"),
            Map.entry("mon", "toIntervalMonth"),
            Map.entry("quarter", "toIntervalQuarter"),
            Map.entry("year", "toIntervalYear"));

    private IntervalText() {}

    static Expr parse(Expr beside, String text) {
        String[] words = text.strip().split("\\s+");
        Expr sum = null;
        int at = 0;
        while (at < words.length) {
            Expr part;
            if (words[at].indexOf(':') > 0) {
                part = clock(beside, words[at], text);
                at++;
            } else {
                if (at + 1 >= words.length) {
                    throw invalid(text);
                }
                String unit = words[at + 1].toLowerCase(Locale.ROOT);
                String function = UNITS.get(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
                if (function == null) {
                    throw invalid(text);
                }
                part = interval(beside, function, whole(words[at], text));
                at += 2;
            }
            sum = sum == null ? part : TreeMapper.call(beside, "plus", sum, part);
        }
        if (sum == null) {
            throw invalid(text);
        }
        return sum;
    }

    private static Expr clock(Expr beside, String word, String text) {
        String[] parts = word.split(":");
        long seconds = whole(parts[0], text) * 3600 + whole(parts[1], text) * 60;
        if (parts.length > 2) {
            seconds += whole(parts[2].split("\\.")[0], text);
        }
        return interval(beside, "toIntervalSecond", seconds);
    }

    private static Expr interval(Expr beside, String function, long count) {
        return TreeMapper.call(
                beside, function, new Expr.Literal(beside.position(), LiteralValue.IntegerValue.of(count)));
    }

    private static long whole(String word, String text) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    private static PgError invalid(String text) {
        return new PgError("22007", "invalid input syntax for type interval: \"" + text + "\"");
    }
}
