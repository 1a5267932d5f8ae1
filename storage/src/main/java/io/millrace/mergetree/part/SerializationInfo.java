package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.mergetree.stream.SparseKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of {@code serialization.json}: which columns are sparse, and how strings are stored.
 *
 * @param stringSizes whether strings have a stream of lengths
 * @param nested whether that holds for strings inside other types too
 * @param sparse the columns of which something is sparse, by name
 */
public record SerializationInfo(boolean stringSizes, boolean nested, Map<String, SparseKinds> sparse) {
    public static final String FILE_NAME = "serialization.json";

    /** What a part without the file has. */
    public static final SerializationInfo ABSENT = new SerializationInfo(false, false, Map.of());

    /** What new parts have. */
    public static final SerializationInfo WRITTEN = new SerializationInfo(true, true, Map.of());

    /** The file of {@link #WRITTEN}. */
    public static final String WRITTEN_TEXT =
            "{\"columns\":[],\"propagate_types_serialization_versions_to_nested_types\":true,"
                    + "\"types_serialization_versions\":{\"string\":1},\"version\":1}";

    private static final Set<String> KNOWN_KEYS = Set.of(
            "columns",
            "propagate_types_serialization_versions_to_nested_types",
            "types_serialization_versions",
            "version");

    public SerializationInfo {
        sparse = Map.copyOf(sparse);
    }

    public SparseKinds kinds(String column) {
        return sparse.getOrDefault(column, SparseKinds.NONE);
    }

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
        if (root.get("columns") instanceof List<?> columns) {
            for (Object column : columns) {
                if (column instanceof Map<?, ?> entry && entry.get("name") instanceof String name) {
                    sparse.put(name, kindsOf(entry));
                }
            }
        }
        sparse.values().removeIf(SparseKinds.NONE::equals);
        return new SerializationInfo(stringSizes, nested, sparse);
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
        return value instanceof Long number ? number : otherwise;
    }

    private static DbException malformed() {
        return new DbException(ErrorCode.CORRUPTED_DATA, FILE_NAME + " of a part is no JSON object");
    }
}
