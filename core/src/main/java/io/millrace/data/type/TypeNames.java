package io.millrace.data.type;

import io.millrace.base.text.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names of type families and their aliases, as {@code system.data_type_families} has them. */
public final class TypeNames {
    /**
     * A name that a type can begin with.
     *
     * @param aliasTo the family it is another name of; empty if it is one itself
     */
    public record Name(String name, boolean caseInsensitive, String aliasTo) {}

    /** Families whose names are taken in their exact spelling only. */
    private static final List<String> EXACT = List.of(
            "AggregateFunction",
            "Array",
            "Enum16",
            "Enum8",
            "FixedString",
            "Float32",
            "Float64",
            "IPv4",
            "IPv6",
            "Int128",
            "Int16",
            "Int256",
            "Int32",
            "Int64",
            "Int8",
            "IntervalDay",
            "IntervalHour",
            "IntervalMicrosecond",
            "IntervalMillisecond",
            "IntervalMinute",
            "IntervalMonth",
            "IntervalNanosecond",
            "IntervalQuarter",
            "IntervalSecond",
            "IntervalWeek",
            "IntervalYear",
            "LowCardinality",
            "Map",
            "Nested",
            "Nothing",
            "Nullable",
            "SimpleAggregateFunction",
            "String",
            "Tuple",
            "UInt128",
            "UInt16",
            "UInt256",
            "UInt32",
            "UInt64",
            "UInt8",
            "UUID");

    private static final List<String> ANY_CASE = List.of(
            "Bool",
            "Date",
            "Date32",
            "DateTime",
            "DateTime32",
            "DateTime64",
            "Decimal",
            "Decimal128",
            "Decimal256",
            "Decimal32",
            "Decimal64",
            "Enum");

    /** Words that take more words behind them, such as BIGINT UNSIGNED: the longest name wins. */
    private static final Map<String, String> ALIASES = aliases();

    private TypeNames() {}

    /** Every name: families first, then aliases. */
    public static List<Name> all() {
        List<Name> names = new ArrayList<>();
        EXACT.forEach(name -> names.add(new Name(name, false, "")));
        ANY_CASE.forEach(name -> names.add(new Name(name, true, "")));
        ALIASES.forEach((alias, family) -> names.add(new Name(alias, true, family)));
        return names;
    }

    /** The family behind a name of one or several words (separated by single blanks); empty if there is none. */
    static Optional<String> family(String name) {
        if (EXACT.contains(name)) {
            return Optional.of(name);
        }
        for (String family : ANY_CASE) {
            if (family.equalsIgnoreCase(name)) {
                return Optional.of(family);
            }
        }
        return Optional.ofNullable(ALIASES.get(name.toUpperCase(Locale.ROOT)));
    }

    /** Whether some known name begins with these words and goes on. */
    static boolean isPrefix(String words) {
        String prefix = words.toUpperCase(Locale.ROOT) + " ";
        return ALIASES.keySet().stream().anyMatch(alias -> alias.startsWith(prefix));
    }

    /** The text that ClickHouse adds to an unknown name: {@code . Maybe you meant: ['String']}, or nothing. */
    static String hint(String name) {
        int allowed = (name.length() + 2) / 3;
        record Candidate(String name, int distance) {}
        List<Candidate> near = new ArrayList<>();
        List<String> known = new ArrayList<>(ANY_CASE);
        known.addAll(EXACT);
        known.addAll(ALIASES.keySet());
        for (String candidate : known) {
            int distance =
                    Suggestions.distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT), allowed);
            if (distance <= allowed) {
                near.add(new Candidate(candidate, distance));
            }
        }
        if (near.isEmpty()) {
            return "";
        }
        near.sort(Comparator.comparingInt(Candidate::distance));
        List<String> shown =
                near.stream().limit(2).map(c -> "'" + c.name() + "'").toList();
        return ". Maybe you meant: [" + String.join(",", shown) + "]";
    }

    private static Map<String, String> aliases() {
        Map<String, String> names = new TreeMap<>();
        signs(names, "TINYINT", "Int8", "UInt8");
        signs(names, "INT1", "Int8", "UInt8");
        signs(names, "SMALLINT", "Int16", "UInt16");
        signs(names, "MEDIUMINT", "Int32", "UInt32");
        signs(names, "INT", "Int32", "UInt32");
        signs(names, "INTEGER", "Int32", "UInt32");
        signs(names, "BIGINT", "Int64", "UInt64");
        put(names, "Int8", "BYTE");
        put(names, "Int64", "SIGNED");
        put(names, "UInt64", "UNSIGNED", "BIT", "SET");
        put(names, "UInt16", "YEAR");
        put(names, "Float32", "FLOAT", "REAL", "SINGLE");
        put(names, "Float64", "DOUBLE", "DOUBLE PRECISION");
        put(names, "Decimal", "DEC", "NUMERIC", "FIXED");
        put(names, "Bool", "BOOLEAN");
        put(names, "DateTime", "TIMESTAMP");
        put(names, "IPv4", "INET4");
        put(names, "IPv6", "INET6");
        put(names, "FixedString", "BINARY");
        put(names, "String", "CHAR", "NCHAR", "VARCHAR", "NVARCHAR", "VARCHAR2", "CHARACTER", "TEXT", "TINYTEXT");
        put(names, "String", "MEDIUMTEXT", "LONGTEXT", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "CLOB", "BYTEA");
        put(names, "String", "VARBINARY", "CHAR VARYING", "CHARACTER VARYING", "CHAR LARGE OBJECT");
        put(names, "String", "CHARACTER LARGE OBJECT", "NCHAR VARYING", "NCHAR LARGE OBJECT", "NATIONAL CHAR");
        put(names, "String", "NATIONAL CHARACTER", "NATIONAL CHAR VARYING", "NATIONAL CHARACTER VARYING");
        put(names, "String", "NATIONAL CHARACTER LARGE OBJECT", "BINARY LARGE OBJECT", "BINARY VARYING");
        return names;
    }

    private static void signs(Map<String, String> names, String alias, String signed, String unsigned) {
        put(names, signed, alias, alias + " SIGNED");
        put(names, unsigned, alias + " UNSIGNED");
    }

    private static void put(Map<String, String> names, String family, String... aliases) {
        for (String alias : aliases) {
            names.put(alias, family);
        }
    }
}
