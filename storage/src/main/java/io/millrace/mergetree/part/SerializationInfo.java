package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.mergetree.stream.SparseKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The content of {@code serialization.json}: which columns are sparse, how many of their values are defaults, and how strings are stored.
 *
 * @param stringSizes whether strings have a stream of lengths
 * @param nested whether that holds for strings inside other types too
 * @param sparse the columns of which something is sparse, by name
 * @param defaults of columns that could be sparse, by name
 */
public record SerializationInfo(
        boolean stringSizes, boolean nested, Map<String, SparseKinds> sparse, Map<String, Defaults> defaults) {
    /** How many of so many values are the type's default; both may be estimates. */
    public record Defaults(long defaults, long rows) {}

    public static final String FILE_NAME = "serialization.json";

    /** What a part without the file has. */
    public static final SerializationInfo ABSENT = new SerializationInfo(false, false, Map.of(), Map.of());

    private static final Set<String> KNOWN_KEYS = Set.of(
            "columns",
            "propagate_types_serialization_versions_to_nested_types",
            "types_serialization_versions",
            "version");

    public SerializationInfo {
        sparse = Map.copyOf(sparse);
        defaults = Map.copyOf(defaults);
    }

    /** The share of a column's values that are defaults, as far as the part knows. */
    public double shareOfDefaults(String column) {
        Defaults known = defaults.getOrDefault(column, new Defaults(0, 1));
        return known.rows() == 0 ? 0 : known.defaults() / (double) known.rows();
    }

    /** The file's text, for columns that are sparse as a whole or not at all. */
    public String print() {
        String columns = new TreeMap<>(defaults)
                .entrySet().stream()
                        .map(e -> "{\"kind\":\"" + (kinds(e.getKey()).sparse() ? "Sparse" : "Default") + "\",\"name\":"
                                + Json.quote(e.getKey()) + ",\"num_defaults\":"
                                + e.getValue().defaults() + ",\"num_rows\":"
                                + e.getValue().rows() + "}")
                        .collect(Collectors.joining(","));
        return "{\"columns\":[" + columns + "],\"propagate_types_serialization_versions_to_nested_types\":" + nested
                + ",\"types_serialization_versions\":{\"string\":" + (stringSizes ? 1 : 0) + "},\"version\":1}";
    }

    public SparseKinds kinds(String column) {
        return sparse.getOrDefault(column, SparseKinds.NONE);
    }

    /** Reads {@code serialization.json}. */
    public static SerializationInfo parse(String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> root)) {
            throw malformed();
        }
        for (Object key : root.keySet()) {
            if (!KNOWN_KEYS.contains(key)) {
                throw new DbException(
                        ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown key " + key + " in " + FILE_NAME + " of a part");
            }
        }
        long version = number(root.get("version"), 0);
        if (version > 1) {
            throw new DbException(ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown version " + version + " of " + FILE_NAME);
        }
        boolean stringSizes = false;
        if (root.get("types_serialization_versions") instanceof Map<?, ?> versions) {
            stringSizes = number(versions.get("string"), 0) == 1;
            if (number(versions.get("map"), 0) != 0) {
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "Maps stored in buckets cannot be read");
            }
        }
        boolean nested = number(root.get("propagate_types_serialization_versions_to_nested_types"), 0) == 1;
        Map<String, SparseKinds> sparse = new HashMap<>();
        Map<String, Defaults> defaults = new HashMap<>();
        if (root.get("columns") instanceof List<?> columns) {
            for (Object column : columns) {
                if (column instanceof Map<?, ?> entry && entry.get("name") instanceof String name) {
                    sparse.put(name, kindsOf(entry));
                    defaults.put(
                            name, new Defaults(number(entry.get("num_defaults"), 0), number(entry.get("num_rows"), 0)));
                }
            }
        }
        sparse.values().removeIf(SparseKinds.NONE::equals);
        return new SerializationInfo(stringSizes, nested, sparse, defaults);
    }

    /** The file's text with other names of columns, and without those that have none. */
    static String renamed(String text, Map<String, Optional<String>> names) {
        if (!(Json.parse(text) instanceof Map<?, ?> root)) {
            throw malformed();
        }
        Map<Object, Object> result = new LinkedHashMap<>(root);
        if (root.get("columns") instanceof List<?> columns) {
            List<Object> changed = new ArrayList<>();
            for (Object column : columns) {
                if (column instanceof Map<?, ?> entry && entry.get("name") instanceof String name) {
                    Map<Object, Object> copy = new LinkedHashMap<>(entry);
                    names.getOrDefault(name, Optional.of(name)).ifPresent(n -> {
                        copy.put("name", n);
                        changed.add(copy);
                    });
                }
            }
            result.put("columns", changed);
        }
        return Json.print(result);
    }

    private static SparseKinds kindsOf(Map<?, ?> entry) {
        boolean sparse = "Sparse".equals(entry.get("kind"));
        List<SparseKinds> elements = entry.get("subcolumns") instanceof List<?> list
                ? list.stream()
                        .map(e -> e instanceof Map<?, ?> m ? kindsOf(m) : SparseKinds.NONE)
                        .toList()
                : List.of();
        return !sparse && elements.stream().allMatch(SparseKinds.NONE::equals)
                ? SparseKinds.NONE
                : new SparseKinds(sparse, elements);
    }

    private static long number(@org.jspecify.annotations.Nullable Object value, long otherwise) {
        return switch (value) {
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case null, default -> otherwise;
        };
    }

    private static DbException malformed() {
        return new DbException(ErrorCode.CORRUPTED_DATA, FILE_NAME + " of a part is no JSON object");
    }
}
