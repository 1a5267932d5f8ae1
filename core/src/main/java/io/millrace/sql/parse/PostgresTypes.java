package io.millrace.sql.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's names of types: which spellings mean one type, and which of ours stands for it.
 *
 * <p>Names are matched in any case, except that ClickHouse's own spelling of a name ({@code Int8}, {@code Date}) keeps ClickHouse's meaning.
 */
public final class PostgresTypes {
    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("boolean", "bool"),
            Map.entry("smallint", "int2"),
            Map.entry("smallserial", "int2"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("serial", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("bigserial", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double precision", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    private static final Map<String, String> MATCHING = Map.ofEntries(
            Map.entry("bool", "Bool"),
            Map.entry("int2", "Int16"),
            Map.entry("int4", "Int32"),
            Map.entry("int8", "Int64"),
            Map.entry("float4", "Float32"),
            Map.entry("float8", "Float64"),
            Map.entry("numeric", "Decimal(38, 10)"),
            Map.entry("text", "String"),
            Map.entry("varchar", "String"),
            Map.entry("bpchar", "String"),
            Map.entry("name", "String"),
            Map.entry("citext", "String"),
            Map.entry("xml", "String"),
            Map.entry("\"char\"", "String"),
            Map.entry("unknown", "String"),
            Map.entry("bytea", "String"),
            Map.entry("json", "String"),
            Map.entry("jsonb", "String"),
            Map.entry("inet", "String"),
            Map.entry("cidr", "String"),
            Map.entry("time", "String"),
            Map.entry("timetz", "String"),
            Map.entry("date", "Date32"),
            Map.entry("timestamp", "DateTime64(6)"),
            Map.entry("timestamptz", "DateTime64(6)"),
            Map.entry("uuid", "UUID"),
            Map.entry("oid", "UInt32"),
            Map.entry("xid", "UInt32"),
            Map.entry("cid", "UInt32"));

    private PostgresTypes() {}

    /** The one name of a type ({@code int4} for {@code INTEGER}), if PostgreSQL has it. */
    static Optional<String> canonical(String written) {
        if (isCamelCase(written)) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        String name = CANONICAL.getOrDefault(lower, lower);
        boolean known = MATCHING.containsKey(name)
                || name.startsWith("reg")
                || name.equals("interval")
                || name.equals("int2vector")
                || name.equals("oidvector")
                || name.startsWith("_");
        return known ? Optional.of(name) : Optional.empty();
    }

    private static boolean isCamelCase(String name) {
        return Character.isUpperCase(name.charAt(0)) && name.chars().anyMatch(Character::isLowerCase);
    }

    /** Our type for a type as the parser writes it: {@code Array(Int32)} for {@code int4[]}; other texts stay as they are. */
    public static String toClickHouse(String type) {
        if (type.endsWith("[]")) {
            String element = type;
            while (element.endsWith("[]")) {
                element = element.substring(0, element.length() - 2);
            }
            return "Array(" + toClickHouse(element) + ")";
        }
        if (type.startsWith("_")) {
            return "Array(" + toClickHouse(type.substring(1)) + ")";
        }
        int bracket = type.indexOf('(');
        String name = bracket < 0 ? type : type.substring(0, bracket);
        String arguments = bracket < 0 ? "" : type.substring(bracket);
        String matching = MATCHING.get(name);
        if (matching == null) {
            return type;
        }
        return switch (name) {
            case "numeric" -> arguments.isEmpty() ? matching : "Decimal" + withScale(arguments);
            case "timestamp", "timestamptz" -> arguments.isEmpty() ? matching : "DateTime64" + arguments;
            default -> matching;
        };
    }

    /** The same type of array with elements that can be NULL, as all of PostgreSQL's can. */
    public static String ofNullable(String array) {
        if (array.contains("Nullable(")) {
            return array;
        }
        int begin = array.lastIndexOf("Array(") + "Array(".length();
        int end = array.length() - begin / "Array(".length();
        return array.substring(0, begin) + "Nullable(" + array.substring(begin, end) + ")" + array.substring(end);
    }

    private static String withScale(String arguments) {
        return arguments.indexOf(',') < 0 ? arguments.replace(")", ", 0)") : arguments;
    }
}
