package io.millrace.formats;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.Settings;
import io.millrace.data.serde.ReadOptions;
import java.util.List;

/** The settings that say how much readers of texts put up with. */
@Builtin("ReadSettings")
public final class ReadSettings implements Setting.Group {
    static final Setting<Boolean> CSV_ALLOW_DOUBLE_QUOTES =
            Setting.bool("format_csv_allow_double_quotes", true, "Reads CSV strings in double quotes.");
    static final Setting<Boolean> CSV_EMPTY_AS_DEFAULT =
            Setting.bool("input_format_csv_empty_as_default", true, "Reads empty CSV fields as defaults.");
    static final Setting<Boolean> CSV_TRIM_WHITESPACES =
            Setting.bool("input_format_csv_trim_whitespaces", true, "Trims blanks around CSV fields without quotes.");
    static final Setting<Boolean> CSV_ALLOW_WHITESPACE_OR_TAB_AS_DELIMITER = Setting.bool(
            "input_format_csv_allow_whitespace_or_tab_as_delimiter",
            false,
            "Takes blanks and tabs as delimiters of CSV.");
    static final Setting<Boolean> CSV_DESERIALIZE_SEPARATE_COLUMNS_INTO_TUPLE = Setting.bool(
            "input_format_csv_deserialize_separate_columns_into_tuple", true, "Reads tuples from several CSV fields.");
    static final Setting<Boolean> CSV_ENUM_AS_NUMBER =
            Setting.bool("input_format_csv_enum_as_number", false, "Takes enums in CSV for numbers.");
    static final Setting<Boolean> CSV_USE_DEFAULT_ON_BAD_VALUES = Setting.bool(
            "input_format_csv_use_default_on_bad_values", false, "Reads CSV fields that cannot be read as defaults.");
    static final Setting<Boolean> TSV_EMPTY_AS_DEFAULT =
            Setting.bool("input_format_tsv_empty_as_default", false, "Reads empty TabSeparated fields as defaults.");
    static final Setting<Boolean> TSV_ENUM_AS_NUMBER =
            Setting.bool("input_format_tsv_enum_as_number", false, "Takes enums in TabSeparated for numbers.");
    static final Setting<Boolean> JSON_READ_NUMBERS_AS_STRINGS =
            Setting.bool("input_format_json_read_numbers_as_strings", true, "Reads JSON numbers into strings.");
    static final Setting<Boolean> JSON_READ_BOOLS_AS_NUMBERS =
            Setting.bool("input_format_json_read_bools_as_numbers", true, "Reads JSON truth values into numbers.");
    static final Setting<Boolean> JSON_READ_BOOLS_AS_STRINGS =
            Setting.bool("input_format_json_read_bools_as_strings", true, "Reads JSON truth values into strings.");
    static final Setting<Boolean> JSON_READ_OBJECTS_AS_STRINGS =
            Setting.bool("input_format_json_read_objects_as_strings", true, "Reads JSON objects into strings.");
    static final Setting<Boolean> JSON_READ_ARRAYS_AS_STRINGS =
            Setting.bool("input_format_json_read_arrays_as_strings", true, "Reads JSON arrays into strings.");
    static final Setting<Boolean> JSON_NAMED_TUPLES_AS_OBJECTS =
            Setting.bool("input_format_json_named_tuples_as_objects", true, "Reads named tuples from JSON objects.");
    static final Setting<Boolean> JSON_IGNORE_UNKNOWN_KEYS_IN_NAMED_TUPLE = Setting.bool(
            "input_format_json_ignore_unknown_keys_in_named_tuple",
            true,
            "Ignores keys of JSON objects that a named tuple does not have.");
    static final Setting<Boolean> JSON_DEFAULTS_FOR_MISSING_ELEMENTS_IN_NAMED_TUPLE = Setting.bool(
            "input_format_json_defaults_for_missing_elements_in_named_tuple",
            true,
            "Gives elements of named tuples that a JSON object does not have their defaults.");
    static final Setting<Boolean> JSON_EMPTY_AS_DEFAULT =
            Setting.bool("input_format_json_empty_as_default", false, "Reads empty JSON strings as defaults.");

    /** Rows that cannot be read and are skipped, at most. */
    public static final Setting<Long> ALLOW_ERRORS_NUM =
            Setting.uint64("input_format_allow_errors_num", 0L, "Skips so many rows of a text that cannot be read.");
    /** As a share of all rows. */
    public static final Setting<Double> ALLOW_ERRORS_RATIO = Setting.decimal(
            "input_format_allow_errors_ratio", 0, "Skips rows that cannot be read up to this share of all rows.");

    public static final Setting<Long> CSV_SKIP_LINES =
            Setting.uint64("input_format_csv_skip_first_lines", 0L, "Lines in front of CSV that are skipped.");
    public static final Setting<Long> TSV_SKIP_LINES =
            Setting.uint64("input_format_tsv_skip_first_lines", 0L, "Lines in front of TabSeparated that are skipped.");
    public static final Setting<Boolean> CSV_TRAILING_EMPTY =
            Setting.bool("input_format_csv_skip_trailing_empty_lines", false, "Skips empty lines at the end of CSV.");
    public static final Setting<Boolean> TSV_TRAILING_EMPTY = Setting.bool(
            "input_format_tsv_skip_trailing_empty_lines", false, "Skips empty lines at the end of TabSeparated.");
    public static final Setting<Boolean> CSV_VARIABLE_WIDTH = Setting.bool(
            "input_format_csv_allow_variable_number_of_columns",
            false,
            "Takes lines of CSV with more or fewer fields than columns.");
    public static final Setting<Boolean> TSV_VARIABLE_WIDTH = Setting.bool(
            "input_format_tsv_allow_variable_number_of_columns",
            false,
            "Takes lines of TabSeparated with more or fewer fields than columns.");
    public static final Setting<Boolean> CSV_CR = Setting.bool(
            "input_format_csv_allow_cr_end_of_line", false, "Takes a CR without LF for the end of a line of CSV.");
    public static final Setting<Boolean> WITH_NAMES_HEADER = Setting.bool(
            "input_format_with_names_use_header", true, "Matches columns by the names in front of the data.");
    public static final Setting<Boolean> WITH_TYPES_HEADER =
            Setting.bool("input_format_with_types_use_header", true, "Checks the types in front of the data.");
    public static final Setting<Boolean> INTERPRET_EXPRESSIONS =
            Setting.bool("input_format_values_interpret_expressions", true, "Evaluates expressions in Values.");
    public static final Setting<Boolean> DEDUCE_TEMPLATES = Setting.bool(
            "input_format_values_deduce_templates_of_expressions", true, "Evaluates expressions in Values, too.");
    public static final Setting<Boolean> CSV_TUPLES_AS_CELLS = Setting.bool(
            "output_format_csv_serialize_tuple_into_separate_columns", true, "Writes tuples as several CSV fields.");
    public static final Setting<Boolean> CSV_TUPLE_NAMES = Setting.bool(
            "output_format_csv_header_serialize_tuple_into_separate_columns",
            true,
            "Writes the names of tuples as several CSV fields.");

    public static final Setting<Boolean> DEFAULTS_FOR_OMITTED = Setting.bool(
            "input_format_defaults_for_omitted_fields",
            true,
            "Computes DEFAULT expressions for fields that the input does not have.");

    ReadSettings() {}

    /** Whether an input must be read in order and as a whole, because its beginning or its errors count. */
    public static boolean needOneReader(FormatSettings settings) {
        return settings.get(ALLOW_ERRORS_NUM) > 0
                || settings.get(ALLOW_ERRORS_RATIO) > 0
                || settings.get(CSV_SKIP_LINES) > 0
                || settings.get(TSV_SKIP_LINES) > 0
                || settings.get(CSV_TRAILING_EMPTY)
                || settings.get(TSV_TRAILING_EMPTY);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                CSV_ALLOW_DOUBLE_QUOTES,
                CSV_EMPTY_AS_DEFAULT,
                CSV_TRIM_WHITESPACES,
                CSV_ALLOW_WHITESPACE_OR_TAB_AS_DELIMITER,
                CSV_DESERIALIZE_SEPARATE_COLUMNS_INTO_TUPLE,
                CSV_ENUM_AS_NUMBER,
                CSV_USE_DEFAULT_ON_BAD_VALUES,
                TSV_EMPTY_AS_DEFAULT,
                TSV_ENUM_AS_NUMBER,
                JSON_READ_NUMBERS_AS_STRINGS,
                JSON_READ_BOOLS_AS_NUMBERS,
                JSON_READ_BOOLS_AS_STRINGS,
                JSON_READ_OBJECTS_AS_STRINGS,
                JSON_READ_ARRAYS_AS_STRINGS,
                JSON_NAMED_TUPLES_AS_OBJECTS,
                JSON_IGNORE_UNKNOWN_KEYS_IN_NAMED_TUPLE,
                JSON_DEFAULTS_FOR_MISSING_ELEMENTS_IN_NAMED_TUPLE,
                JSON_EMPTY_AS_DEFAULT,
                ALLOW_ERRORS_NUM,
                DEFAULTS_FOR_OMITTED,
                ALLOW_ERRORS_RATIO,
                CSV_SKIP_LINES,
                TSV_SKIP_LINES,
                CSV_TRAILING_EMPTY,
                TSV_TRAILING_EMPTY,
                CSV_VARIABLE_WIDTH,
                TSV_VARIABLE_WIDTH,
                CSV_CR,
                WITH_NAMES_HEADER,
                WITH_TYPES_HEADER,
                INTERPRET_EXPRESSIONS,
                DEDUCE_TEMPLATES,
                CSV_TUPLES_AS_CELLS,
                CSV_TUPLE_NAMES);
    }

    /** The values of a query. */
    static ReadOptions of(Settings settings, boolean monthFirst) {
        return new ReadOptions(
                monthFirst,
                settings.get(CSV_ALLOW_DOUBLE_QUOTES),
                settings.get(CSV_EMPTY_AS_DEFAULT),
                settings.get(CSV_TRIM_WHITESPACES),
                settings.get(CSV_ALLOW_WHITESPACE_OR_TAB_AS_DELIMITER),
                settings.get(CSV_CR),
                settings.get(CSV_DESERIALIZE_SEPARATE_COLUMNS_INTO_TUPLE),
                settings.get(CSV_ENUM_AS_NUMBER),
                settings.get(CSV_USE_DEFAULT_ON_BAD_VALUES),
                settings.get(TSV_EMPTY_AS_DEFAULT),
                settings.get(TSV_ENUM_AS_NUMBER),
                settings.get(JSON_READ_NUMBERS_AS_STRINGS),
                settings.get(JSON_READ_BOOLS_AS_NUMBERS),
                settings.get(JSON_READ_BOOLS_AS_STRINGS),
                settings.get(JSON_READ_OBJECTS_AS_STRINGS),
                settings.get(JSON_READ_ARRAYS_AS_STRINGS),
                settings.get(JSON_NAMED_TUPLES_AS_OBJECTS),
                settings.get(JSON_IGNORE_UNKNOWN_KEYS_IN_NAMED_TUPLE),
                settings.get(JSON_DEFAULTS_FOR_MISSING_ELEMENTS_IN_NAMED_TUPLE),
                settings.get(JSON_EMPTY_AS_DEFAULT));
    }
}
