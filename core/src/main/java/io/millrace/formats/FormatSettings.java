package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingType;
import io.millrace.base.setting.Settings;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextOptions.DateTimeOutput;
import io.millrace.data.text.TimeZone;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The settings of formats, and their values for one query. Immutable. */
public final class FormatSettings {
    public static final Setting<String> DATE_TIME_INPUT_FORMAT = Setting.choice(
            "date_time_input_format",
            "DateTimeInputFormat",
            "best_effort",
            "How DateTime texts are read: best_effort or basic.");
    public static final Setting<String> DATE_TIME_OUTPUT_FORMAT = Setting.choice(
            "date_time_output_format",
            "DateTimeOutputFormat",
            "simple",
            "How DateTime values are written: simple, iso or unix_timestamp.");
    public static final Setting<Boolean> JSON_QUOTE_64BIT_INTEGERS = Setting.bool(
            "output_format_json_quote_64bit_integers", false, "Quotes integers of 64 bits and more in JSON.");
    public static final Setting<Boolean> JSON_QUOTE_64BIT_FLOATS =
            Setting.bool("output_format_json_quote_64bit_floats", false, "Quotes Float64 in JSON.");
    public static final Setting<Boolean> JSON_QUOTE_DECIMALS =
            Setting.bool("output_format_json_quote_decimals", false, "Quotes decimals in JSON.");
    public static final Setting<Boolean> JSON_QUOTE_DENORMALS = Setting.bool(
            "output_format_json_quote_denormals", false, "Writes inf and nan as strings in JSON, not as null.");
    public static final Setting<Boolean> JSON_ESCAPE_FORWARD_SLASHES =
            Setting.bool("output_format_json_escape_forward_slashes", true, "Escapes slashes in JSON strings.");
    public static final Setting<Boolean> JSON_NAMED_TUPLES_AS_OBJECTS =
            Setting.bool("output_format_json_named_tuples_as_objects", true, "Writes named tuples as JSON objects.");
    public static final Setting<Boolean> JSON_ARRAY_OF_ROWS =
            Setting.bool("output_format_json_array_of_rows", false, "Writes JSONEachRow as one array.");
    public static final Setting<Boolean> JSON_VALIDATE_UTF8 =
            Setting.bool("output_format_json_validate_utf8", false, "Replaces broken UTF-8 in JSONEachRow.");
    public static final Setting<Boolean> DECIMAL_TRAILING_ZEROS =
            Setting.bool("output_format_decimal_trailing_zeros", false, "Keeps zeros at the end of decimals.");
    public static final Setting<String> TSV_NULL =
            Setting.string("format_tsv_null_representation", "\\N", "NULL in TabSeparated.");
    public static final Setting<String> CSV_NULL =
            Setting.string("format_csv_null_representation", "\\N", "NULL in CSV.");
    public static final Setting<String> CSV_DELIMITER =
            Setting.of("format_csv_delimiter", SettingType.Kind.CHAR, ",", "The delimiter of CSV, one character.");
    public static final Setting<Boolean> CSV_SINGLE_QUOTES =
            Setting.bool("format_csv_allow_single_quotes", false, "Reads CSV strings in single quotes.");
    public static final Setting<Boolean> CSV_CRLF =
            Setting.bool("output_format_csv_crlf_end_of_line", false, "Ends CSV lines with CR LF.");
    public static final Setting<Boolean> TSV_CRLF =
            Setting.bool("output_format_tsv_crlf_end_of_line", false, "Ends TabSeparated lines with CR LF.");
    public static final Setting<Boolean> TSV_CRLF_INPUT =
            Setting.bool("input_format_tsv_crlf_end_of_line", false, "Reads TabSeparated lines that end with CR LF.");
    public static final Setting<String> BOOL_TRUE =
            Setting.string("bool_true_representation", "true", "True in text formats.");
    public static final Setting<String> BOOL_FALSE =
            Setting.string("bool_false_representation", "false", "False in text formats.");
    public static final Setting<Boolean> NULL_AS_DEFAULT = Setting.bool(
            "input_format_null_as_default", true, "Reads NULL as the default of a column that is not Nullable.");
    public static final Setting<Boolean> SKIP_UNKNOWN_FIELDS = Setting.bool(
            "input_format_skip_unknown_fields", true, "Skips fields of the input that the table does not have.");
    public static final Setting<Boolean> TSV_DETECT_HEADER = Setting.bool(
            "input_format_tsv_detect_header", true, "Skips a first TabSeparated line made of column names.");
    public static final Setting<Boolean> CSV_DETECT_HEADER =
            Setting.bool("input_format_csv_detect_header", true, "Skips a first CSV line made of column names.");
    public static final Setting<Boolean> WRITE_STATISTICS =
            Setting.bool("output_format_write_statistics", true, "Writes statistics into JSON results.");
    public static final Setting<Boolean> PRETTY_ROW_NUMBERS =
            Setting.bool("output_format_pretty_row_numbers", true, "Row numbers in Pretty formats.");
    public static final Setting<Long> PRETTY_MAX_ROWS =
            Setting.uint64("output_format_pretty_max_rows", 1000L, "Rows that Pretty formats show.");
    public static final Setting<Long> PRETTY_MAX_COLUMN_PAD =
            Setting.uint64("output_format_pretty_max_column_pad_width", 250L, "Widest padding of a Pretty column.");
    public static final Setting<Long> PRETTY_MAX_VALUE_WIDTH =
            Setting.uint64("output_format_pretty_max_value_width", 10000L, "Longest value in Pretty formats.");
    public static final Setting<String> PRETTY_COLOR = Setting.of(
            "output_format_pretty_color",
            SettingType.Kind.UINT64_AUTO,
            "auto",
            "Colours in Pretty formats: 1, 0 or auto.");
    public static final Setting<String> PRETTY_CHARSET =
            Setting.string("output_format_pretty_grid_charset", "UTF-8", "Lines of Pretty formats: UTF-8 or ASCII.");
    public static final Setting<Long> PRETTY_NUMBER_TIP = Setting.uint64(
            "output_format_pretty_single_large_number_tip_threshold",
            1000000L,
            "Numbers above get a readable hint; 0 for none.");
    public static final Setting<Long> PRETTY_FOOTER = Setting.uint64(
            "output_format_pretty_display_footer_column_names", 1L, "Repeats column names below long tables.");
    public static final Setting<Long> PRETTY_FOOTER_ROWS = Setting.uint64(
            "output_format_pretty_display_footer_column_names_min_rows", 50L, "Rows from which names are repeated.");

    public static final Setting<Boolean> PRETTY_NAMED_TUPLES = Setting.bool(
            "output_format_pretty_named_tuples_as_json", true, "Shows tuples with names as JSON in Pretty formats.");

    private final Settings settings;
    private final TextOptions text;

    private FormatSettings(Settings settings, TextOptions text) {
        this.settings = settings;
        this.text = text;
    }

    /** All declarations, for the registry of settings. */
    public static List<Setting<?>> all() {
        return List.of(
                DATE_TIME_INPUT_FORMAT,
                DATE_TIME_OUTPUT_FORMAT,
                JSON_QUOTE_64BIT_INTEGERS,
                JSON_QUOTE_64BIT_FLOATS,
                JSON_QUOTE_DECIMALS,
                JSON_QUOTE_DENORMALS,
                JSON_ESCAPE_FORWARD_SLASHES,
                JSON_NAMED_TUPLES_AS_OBJECTS,
                JSON_ARRAY_OF_ROWS,
                JSON_VALIDATE_UTF8,
                DECIMAL_TRAILING_ZEROS,
                TSV_NULL,
                CSV_NULL,
                CSV_DELIMITER,
                CSV_SINGLE_QUOTES,
                CSV_CRLF,
                TSV_CRLF,
                TSV_CRLF_INPUT,
                BOOL_TRUE,
                BOOL_FALSE,
                NULL_AS_DEFAULT,
                SKIP_UNKNOWN_FIELDS,
                TSV_DETECT_HEADER,
                CSV_DETECT_HEADER,
                WRITE_STATISTICS,
                PRETTY_ROW_NUMBERS,
                PRETTY_MAX_ROWS,
                PRETTY_MAX_COLUMN_PAD,
                PRETTY_MAX_VALUE_WIDTH,
                PRETTY_COLOR,
                PRETTY_CHARSET,
                PRETTY_NUMBER_TIP,
                PRETTY_FOOTER,
                PRETTY_NAMED_TUPLES,
                PRETTY_FOOTER_ROWS);
    }

    /** The values of a query; {@code zone} is the session's. */
    public static FormatSettings of(Settings settings, TimeZone zone) {
        TextOptions text = new TextOptions(
                zone,
                bestEffort(settings),
                dateTimeOutput(settings),
                settings.get(JSON_QUOTE_64BIT_INTEGERS),
                settings.get(JSON_QUOTE_64BIT_FLOATS),
                settings.get(JSON_QUOTE_DECIMALS),
                settings.get(JSON_QUOTE_DENORMALS),
                settings.get(JSON_ESCAPE_FORWARD_SLASHES),
                settings.get(JSON_NAMED_TUPLES_AS_OBJECTS),
                settings.get(JSON_VALIDATE_UTF8),
                settings.get(DECIMAL_TRAILING_ZEROS),
                utf8(settings.get(TSV_NULL)),
                utf8(settings.get(CSV_NULL)),
                delimiter(settings),
                settings.get(CSV_SINGLE_QUOTES),
                utf8(settings.get(BOOL_TRUE)),
                utf8(settings.get(BOOL_FALSE)),
                settings.get(NULL_AS_DEFAULT),
                settings.get(ReadSettings.CSV_TUPLES_AS_CELLS),
                ReadSettings.of(settings, settings.get(DATE_TIME_INPUT_FORMAT).equals("best_effort_us")));
        return new FormatSettings(settings, text);
    }

    FormatSettings withCsvDelimiter(byte delimiter) {
        return new FormatSettings(settings, text.withCsvDelimiter(delimiter));
    }

    public TextOptions text() {
        return text;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    private static boolean bestEffort(Settings settings) {
        return switch (settings.get(DATE_TIME_INPUT_FORMAT)) {
            case "best_effort", "best_effort_us" -> true;
            case "basic" -> false;
            default -> throw unexpected(DATE_TIME_INPUT_FORMAT, settings, "'basic', 'best_effort', 'best_effort_us'");
        };
    }

    private static DateTimeOutput dateTimeOutput(Settings settings) {
        return switch (settings.get(DATE_TIME_OUTPUT_FORMAT)) {
            case "simple" -> DateTimeOutput.SIMPLE;
            case "iso" -> DateTimeOutput.ISO;
            case "unix_timestamp" -> DateTimeOutput.UNIX_TIMESTAMP;
            default -> throw unexpected(DATE_TIME_OUTPUT_FORMAT, settings, "'simple', 'iso', 'unix_timestamp'");
        };
    }

    private static byte delimiter(Settings settings) {
        String delimiter = settings.get(CSV_DELIMITER);
        if (delimiter.length() != 1 || delimiter.charAt(0) > 127) {
            throw unexpected(CSV_DELIMITER, settings, "one ASCII character");
        }
        return (byte) delimiter.charAt(0);
    }

    private static DbException unexpected(Setting<String> setting, Settings settings, String expected) {
        return new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Unexpected value of " + setting.name() + ": '" + settings.get(setting) + "'. Must be one of ["
                        + expected + "]");
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
