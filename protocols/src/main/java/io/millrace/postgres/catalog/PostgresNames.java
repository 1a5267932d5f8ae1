package io.millrace.postgres.catalog;

import java.util.Locale;

/** Types by the names of standard SQL. */
final class PostgresNames {
    private PostgresNames() {}

    static String canonical(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "boolean" -> "bool";
            case "smallint" -> "int2";
            case "int", "integer" -> "int4";
            case "bigint" -> "int8";
            case "real" -> "float4";
            case "double precision", "float" -> "float8";
            case "decimal" -> "numeric";
            case "character varying" -> "varchar";
            case "character" -> "bpchar";
            case "timestamp with time zone" -> "timestamptz";
            case "timestamp without time zone" -> "timestamp";
            case "time with time zone" -> "timetz";
            case "time without time zone" -> "time";
            default -> name;
        };
    }
}
