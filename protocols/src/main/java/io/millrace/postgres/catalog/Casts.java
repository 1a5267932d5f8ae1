package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversions between the values of the interpreter. */
final class Casts {
    private Casts() {}

    /** The type that the parser's text stands for. */
    static WireType type(String text) {
        boolean array = text.endsWith("[]") || text.startsWith("_");
        String element = text.startsWith("_") ? text.substring(1) : text;
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
        }
        int bracket = element.indexOf('(');
        String name = (bracket < 0 ? element : element.substring(0, bracket))
                .replace("\"", "")
                .toLowerCase(Locale.ROOT);
        if (name.equals("cardinal_number")) {
            return WireType.of(PgType.INT4);
        }
        if (name.equals("sql_identifier")) {
            return WireType.of(PgType.NAME);
        }
        if (name.equals("character_data") || name.equals("yes_or_no")) {
            return WireType.of(PgType.VARCHAR);
        }
        PgType type = PgType.ofName(name.equals("string") ? "text" : name)
                .orElseThrow(() -> new DbException(ErrorCode.UNKNOWN_TYPE, "type \"" + text + "\" does not exist"));
        return new WireType(type == PgType.UNKNOWN ? PgType.TEXT : type, array, -1);
    }

    static @Nullable Object cast(@Nullable Object value, WireType from, WireType to, Execution execution) {
        if (value == null) {
            return null;
        }
        if (to.array()) {
            return array(value, from, to, execution);
        }
        return switch (to.type()) {
            case BOOL -> bool(value);
            case INT2, INT4, INT8, OID, XID, XID8 -> whole(value);
            case FLOAT4, FLOAT8, NUMERIC -> number(value);
            case REGCLASS, REGTYPE, REGPROC, REGPROCEDURE, REGNAMESPACE, REGROLE ->
                registered(value, to.type(), execution);
            case INT2VECTOR, OIDVECTOR -> value instanceof List<?> ? value : vector(String.valueOf(value));
            default -> text(value, from, execution);
        };
    }

    private static @Nullable Object array(Object value, WireType from, WireType to, Execution execution) {
        WireType element = new WireType(to.type(), false, -1);
        List<@Nullable Object> result = new ArrayList<>();
        if (value instanceof List<?> list) {
            WireType fromElement = element(from);
            for (Object e : list) {
                result.add(cast(e, fromElement, element, execution));
            }
            return result;
        }
        for (String e : ArrayTexts.elements(String.valueOf(value))) {
            result.add(e.equals("NULL") ? null : cast(e, WireType.TEXT, element, execution));
        }
        return result;
    }

    /** The type of an array's elements. */
    static WireType element(WireType type) {
        return switch (type.type()) {
            case INT2VECTOR -> WireType.of(PgType.INT2);
            case OIDVECTOR -> WireType.of(PgType.OID);
            default -> new WireType(type.type(), false, -1);
        };
    }

    private static List<Object> vector(String text) {
        List<Object> numbers = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            if (!part.isEmpty()) {
                numbers.add(whole(part));
            }
        }
        return numbers;
    }

    private static Boolean bool(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Long n -> n != 0;
            default ->
                switch (String.valueOf(value).strip().toLowerCase(Locale.ROOT)) {
                    case "t", "true", "yes", "y", "on", "1" -> true;
                    case "f", "false", "no", "n", "off", "0" -> false;
                    default -> throw invalid("boolean", value);
                };
        };
    }

    static Long whole(Object value) {
        return switch (value) {
            case Long n -> n;
            case Boolean b -> b ? 1L : 0L;
            case Double d -> Math.round(d);
            default -> {
                try {
                    yield Long.parseLong(String.valueOf(value).strip());
                } catch (NumberFormatException e) {
                    throw invalid("integer", value);
                }
            }
        };
    }

    static Double number(Object value) {
        return switch (value) {
            case Double d -> d;
            case Long n -> (double) n;
            default -> {
                try {
                    yield Double.parseDouble(String.valueOf(value).strip());
                } catch (NumberFormatException e) {
                    throw invalid("numeric", value);
                }
            }
        };
    }

    private static DbException invalid(String type, Object value) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_TEXT, "invalid input syntax for type " + type + ": \"" + value + "\"");
    }

    /** An object by its number or its name. */
    private static Object registered(Object value, PgType type, Execution execution) {
        if (value instanceof Long) {
            return value;
        }
        String text = String.valueOf(value).strip();
        if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return Long.valueOf(text);
        }
        if (text.equals("-")) {
            return 0L;
        }
        return find(text, type, execution).orElseThrow(() -> switch (type) {
            case REGCLASS -> new DbException(ErrorCode.UNKNOWN_TABLE, "relation \"" + text + "\" does not exist");
            case REGTYPE -> new DbException(ErrorCode.UNKNOWN_TYPE, "type \"" + text + "\" does not exist");
            case REGNAMESPACE -> new DbException(ErrorCode.UNKNOWN_DATABASE, "schema \"" + text + "\" does not exist");
            default -> new DbException(ErrorCode.UNKNOWN_FUNCTION, "function \"" + text + "\" does not exist");
        });
    }

    static Optional<Long> find(String text, PgType type, Execution execution) {
        return switch (type) {
            case REGCLASS -> execution.snapshot().relationId(text);
            case REGTYPE -> typeId(text);
            case REGNAMESPACE -> {
                String name = Text.identifiers(text).getLast();
                yield name.equals("pg_catalog")
                        ? Optional.of(Objects.PG_CATALOG)
                        : name.equals("information_schema")
                                ? Optional.of(Objects.INFORMATION_SCHEMA)
                                : Optional.ofNullable(
                                        execution.snapshot().objects().schemas().get(name));
            }
            case REGROLE ->
                Text.identifiers(text).getLast().equals(execution.session().user())
                        ? Optional.of(Objects.PUBLIC_OWNER)
                        : Optional.empty();
            default ->
                FixedRelations.procedureId(
                        Text.identifiers(text.split("\\(")[0]).getLast());
        };
    }

    private static Optional<Long> typeId(String text) {
        String name = Text.identifiers(text).getLast();
        Optional<Long> direct = FixedRelations.typeId(name);
        if (direct.isPresent()) {
            return direct;
        }
        try {
            Optional<WireType> type = Optional.of(type(PostgresNames.canonical(name)));
            return type.map(t -> (long) t.oid());
        } catch (DbException e) {
            return Optional.empty();
        }
    }

    /** A value as text, as its output function writes it. */
    static String text(Object value, WireType type, Execution execution) {
        return switch (value) {
            case Boolean b -> b ? "true" : "false";
            case Long n -> registeredName(n, type, execution);
            case Double d -> decimal(d);
            case List<?> list
            when type.type() == PgType.INT2VECTOR || type.type() == PgType.OIDVECTOR -> {
                StringBuilder out = new StringBuilder();
                list.forEach(e -> out.append(out.isEmpty() ? "" : " ").append(e));
                yield out.toString();
            }
            case List<?> list -> ArrayTexts.text(list, element(type), execution);
            case Object[] record -> {
                StringBuilder out = new StringBuilder("(");
                for (int i = 0; i < record.length; i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(record[i] == null ? "" : text(record[i], WireType.TEXT, execution));
                }
                yield out.append(')').toString();
            }
            default -> String.valueOf(value);
        };
    }

    private static String decimal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String registeredName(long number, WireType type, Execution execution) {
        return switch (type.type()) {
            case REGCLASS -> number == 0 ? "-" : execution.snapshot().relationName(number);
            case REGTYPE -> String.valueOf(Snapshot.typeName(number, -1));
            case REGPROC, REGPROCEDURE ->
                number == 0 ? "-" : FixedRelations.procedureName(number).orElse(Long.toString(number));
            case REGNAMESPACE ->
                execution
                        .snapshot()
                        .objects()
                        .schemaName(number)
                        .map(Text::quoteIdent)
                        .orElse(Long.toString(number));
            case REGROLE -> Text.quoteIdent(execution.session().user());
            default -> Long.toString(number);
        };
    }
}
