package io.millrace.postgres.catalog;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that give sets of rows; their value is the list of them. */
final class SetFunctions {
    private static final Set<String> NAMES = Set.of(
            "unnest",
            "generate_series",
            "generate_subscripts",
            "_pg_expandarray",
            "information_schema._pg_expandarray",
            "pg_get_keywords",
            "pg_options_to_table",
            "pg_partition_ancestors",
            "pg_partition_tree",
            "aclexplode",
            "regexp_split_to_table",
            "pg_show_all_settings",
            "pg_timezone_names",
            "pg_listening_channels",
            "pg_get_publication_tables",
            "json_array_elements_text");

    private SetFunctions() {}

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    static Node bind(String name, List<Node> args) {
        return switch (name) {
            case "unnest" ->
                node(
                        Casts.element(args.getFirst().type()),
                        args,
                        f -> list(args.getFirst().eval(f)));
            case "generate_series" -> node(Binder.INT4, args, f -> series(args, f));
            case "generate_subscripts" -> node(Binder.INT4, args, f -> subscripts(args.getFirst(), f));
            case "_pg_expandarray", "information_schema._pg_expandarray" ->
                node(
                        WireType.of(PgType.RECORD),
                        args,
                        f -> expanded(args.getFirst().eval(f)));
            case "pg_get_keywords" -> node(WireType.of(PgType.RECORD), args, f -> keywords());
            case "pg_partition_ancestors" -> node(WireType.of(PgType.REGCLASS), args, f -> List.of());
            case "pg_show_all_settings" -> node(WireType.of(PgType.RECORD), args, f -> settings(f));
            default -> node(WireType.of(PgType.RECORD), args, f -> List.of());
        };
    }

    private static Node node(WireType type, List<Node> args, Node.Evaluation evaluation) {
        return new Node(type, evaluation, Binder.slots(args));
    }

    /** The columns of a function in FROM. */
    static List<Scope.Field> columns(String name, WireType type, String alias) {
        WireType text = WireType.TEXT;
        WireType oid = WireType.of(PgType.OID);
        return switch (name) {
            case "_pg_expandarray", "information_schema._pg_expandarray" ->
                List.of(new Scope.Field("x", WireType.of(PgType.INT2)), new Scope.Field("n", Binder.INT4));
            case "pg_get_keywords" ->
                List.of(
                        new Scope.Field("word", text),
                        new Scope.Field("catcode", WireType.of(PgType.CHAR)),
                        new Scope.Field("barelabel", Binder.BOOL),
                        new Scope.Field("catdesc", text),
                        new Scope.Field("baredesc", text));
            case "pg_options_to_table" ->
                List.of(new Scope.Field("option_name", text), new Scope.Field("option_value", text));
            case "pg_partition_ancestors" -> List.of(new Scope.Field("relid", WireType.of(PgType.REGCLASS)));
            case "pg_show_all_settings" -> List.of(new Scope.Field("name", text), new Scope.Field("setting", text));
            case "aclexplode" ->
                List.of(
                        new Scope.Field("grantor", oid),
                        new Scope.Field("grantee", oid),
                        new Scope.Field("privilege_type", text),
                        new Scope.Field("is_grantable", Binder.BOOL));
            case "pg_get_publication_tables" -> List.of(new Scope.Field("relid", oid), new Scope.Field("attrs", text));
            default -> List.of(new Scope.Field(alias, type));
        };
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<@Nullable Object> series(List<Node> args, Frame frame) {
        Object from = args.get(0).eval(frame);
        Object to = args.get(1).eval(frame);
        Object step = args.size() > 2 ? args.get(2).eval(frame) : Long.valueOf(1);
        List<@Nullable Object> result = new ArrayList<>();
        if (from == null || to == null || step == null || Casts.whole(step) == 0) {
            return result;
        }
        long by = Casts.whole(step);
        long end = Casts.whole(to);
        for (long i = Casts.whole(from); by > 0 ? i <= end : i >= end; i += by) {
            result.add(i);
            if (result.size() > 1_000_000) {
                break;
            }
        }
        return result;
    }

    private static List<@Nullable Object> subscripts(Node array, Frame frame) {
        boolean vector =
                array.type().type() == PgType.INT2VECTOR || array.type().type() == PgType.OIDVECTOR;
        List<@Nullable Object> result = new ArrayList<>();
        int size = list(array.eval(frame)).size();
        for (long i = 0; i < size; i++) {
            result.add(vector ? i : i + 1);
        }
        return result;
    }

    private static List<@Nullable Object> expanded(@Nullable Object array) {
        List<@Nullable Object> result = new ArrayList<>();
        long number = 1;
        for (Object element : list(array)) {
            result.add(new Object[] {element, number++});
        }
        return result;
    }

    private static List<@Nullable Object> keywords() {
        List<@Nullable Object> result = new ArrayList<>();
        Keywords.all().forEach((word, category) -> result.add(new Object[] {word, category, true, "", ""}));
        return result;
    }

    private static List<@Nullable Object> settings(Frame frame) {
        List<@Nullable Object> result = new ArrayList<>();
        frame.execution.session().variables().forEach((name, value) -> result.add(new Object[] {name, value}));
        return result;
    }
}
