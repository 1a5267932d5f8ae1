package io.millrace.net.pgwire;

/** Types as PostgreSQL's {@code format_type} prints them: {@code timestamp with time zone}, {@code numeric(10,2)}, {@code integer[]}. */
public final class TypeWords {
    private static final int NUMERIC_HEADER = 4;

    private TypeWords() {}

    public static String of(WireType type) {
        return one(type.type(), type.modifier()) + (type.array() ? "[]" : "");
    }

    private static String one(PgType type, int modifier) {
        return switch (type) {
            case BOOL -> "boolean";
            case CHAR -> "\"char\"";
            case INT2 -> "smallint";
            case INT4 -> "integer";
            case INT8 -> "bigint";
            case FLOAT4 -> "real";
            case FLOAT8 -> "double precision";
            case BPCHAR -> "character" + length(modifier);
            case VARCHAR -> "character varying" + length(modifier);
            case TIME -> "time" + precision(modifier) + " without time zone";
            case TIMETZ -> "time" + precision(modifier) + " with time zone";
            case TIMESTAMP -> "timestamp" + precision(modifier) + " without time zone";
            case TIMESTAMPTZ -> "timestamp" + precision(modifier) + " with time zone";
            case NUMERIC -> "numeric" + digits(modifier);
            default -> type.typeName();
        };
    }

    private static String length(int modifier) {
        return modifier < NUMERIC_HEADER ? "" : "(" + (modifier - NUMERIC_HEADER) + ")";
    }

    private static String precision(int modifier) {
        return modifier < 0 ? "" : "(" + modifier + ")";
    }

    private static String digits(int modifier) {
        int bits = modifier - NUMERIC_HEADER;
        return modifier < NUMERIC_HEADER ? "" : "(" + (bits >> 16) + "," + (bits & 0xFFFF) + ")";
    }
}
