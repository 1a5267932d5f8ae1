package io.millrace.formats.json;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings that only readers and writers of JSON formats use. */
@Builtin("JsonSettings")
public final class JsonSettings implements Setting.Group {
    static final Setting<Boolean> PRETTY_PRINT = Setting.bool(
            "output_format_json_pretty_print", true, "Writes nested values of the JSON format on lines of their own.");
    /** Which column has the names of the objects in JSONObjectEachRow. */
    public static final Setting<String> OBJECT_NAME = Setting.string(
            "format_json_object_each_row_column_for_object_name",
            "",
            "The column with the names of the objects in JSONObjectEachRow.");

    static final Setting<Boolean> VALIDATE_TYPES = Setting.bool(
            "input_format_json_validate_types_from_metadata",
            true,
            "Checks the types that JSON and its relatives name.");
    static final Setting<Boolean> VARIABLE_WIDTH = Setting.bool(
            "input_format_json_compact_allow_variable_number_of_columns",
            false,
            "Takes lists of JSONCompactEachRow with more or fewer values than columns.");
    static final Setting<Boolean> IMPORT_NESTED = Setting.bool(
            "input_format_import_nested_json", false, "Reads objects in JSONEachRow into columns named a.b.");

    JsonSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(PRETTY_PRINT, OBJECT_NAME, VALIDATE_TYPES, VARIABLE_WIDTH, IMPORT_NESTED);
    }
}
