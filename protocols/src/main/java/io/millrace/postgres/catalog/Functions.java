package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's functions about sessions, objects, texts and arrays, as its clients call them. */
final class Functions {
    /** What a function makes of its arguments. */
    interface Body {
        @Nullable
        Object of(List<@Nullable Object> args, Execution execution);
    }

    private record Known(WireType type, boolean nullOfNull, Body body) {}

    private static final Map<String, Known> ALL = new HashMap<>();
    static final WireType TEXT = WireType.TEXT;
    static final WireType BOOL = WireType.of(PgType.BOOL);
    static final WireType INT4 = WireType.of(PgType.INT4);
    static final WireType INT8 = WireType.of(PgType.INT8);
    static final WireType NAME = WireType.of(PgType.NAME);
    static final WireType FLOAT8 = WireType.of(PgType.FLOAT8);
    static final WireType VOID = WireType.of(PgType.VOID);

    static {
        SessionFunctions.add();
        ObjectFunctions.add();
        PrivilegeFunctions.add();
        TextFunctions.add();
    }

    private Functions() {}

    /** A function that gives NULL when one of its arguments is NULL. */
    static void strict(String names, WireType type, Body body) {
        for (String name : names.split(" ")) {
            ALL.put(name, new Known(type, true, body));
        }
    }

    /** A function that sees NULLs. */
    static void lenient(String names, WireType type, Body body) {
        for (String name : names.split(" ")) {
            ALL.put(name, new Known(type, false, body));
        }
    }

    static boolean isKnown(String name) {
        return ALL.containsKey(name) || SetFunctions.isOne(name);
    }

    static Node bind(String name, List<Node> args) {
        Known known = ALL.get(name);
        if (known == null) {
            throw new DbException(
                    ErrorCode.UNKNOWN_FUNCTION, "function " + name + "(" + types(args) + ") does not exist");
        }
        WireType type = type(name, known.type(), args);
        return new Node(
                type,
                f -> {
                    List<@Nullable Object> values = new ArrayList<>(args.size());
                    for (int i = 0; i < args.size(); i++) {
                        Object value = args.get(i).eval(f);
                        if (value == null && known.nullOfNull()) {
                            return null;
                        }
                        values.add(value);
                    }
                    return known.body().of(values, f.execution);
                },
                Binder.slots(args));
    }

    private static WireType type(String name, WireType declared, List<Node> args) {
        return switch (name) {
            case "concat" -> {
                Optional<WireType> array =
                        args.stream().map(Node::type).filter(WireType::array).findFirst();
                yield array.orElse(TEXT);
            }
            case "array_cat", "array_append", "array_remove" -> args.getFirst().type();
            default -> declared;
        };
    }

    private static String types(List<Node> args) {
        return String.join(
                ", ", args.stream().map(a -> a.type().type().typeName()).toList());
    }

    /** COALESCE and its kin. */
    static @Nullable Object common(String name, List<@Nullable Object> values) {
        return switch (name) {
            case "coalesce", "ifnull" -> {
                for (Object value : values) {
                    if (value != null) {
                        yield value;
                    }
                }
                yield null;
            }
            case "nullif" -> {
                Object first = values.get(0);
                Object second = values.get(1);
                yield first != null && second != null && Operators.test("equals", first, second) ? null : first;
            }
            default -> {
                Object best = null;
                for (Object value : values) {
                    if (value != null
                            && (best == null || Operators.compare(value, best) > 0 == name.equals("greatest"))) {
                        best = value;
                    }
                }
                yield best;
            }
        };
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    static long whole(@Nullable Object value) {
        return value == null ? 0 : Casts.whole(value);
    }
}
