package io.millrace.formats.infer;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings that say how columns are found out from data. */
@Builtin("InferenceSettings")
final class InferenceSettings implements Setting.Group {
    static final Setting<String> NULLABLE = Setting.string(
            "schema_inference_make_columns_nullable",
            "3",
            "0 for columns that are not Nullable unless the data says so.");
    static final Setting<String> HINTS = Setting.string(
            "schema_inference_hints", "", "Names and types of columns that need not be found out: a UInt8, b String.");
    static final Setting<String> NAMES = Setting.string(
            "column_names_for_schema_inference", "", "Names for columns of formats that have none: a,b.");
    static final Setting<Boolean> INTEGERS =
            Setting.bool("input_format_try_infer_integers", true, "Finds whole numbers in texts.");
    static final Setting<Boolean> DATES = Setting.bool("input_format_try_infer_dates", true, "Finds dates in texts.");
    static final Setting<Boolean> DATETIMES =
            Setting.bool("input_format_try_infer_datetimes", true, "Finds dates with times in texts.");
    static final Setting<Boolean> ONLY_DATETIME64 = Setting.bool(
            "input_format_try_infer_datetimes_only_datetime64", false, "Takes dates with times for DateTime64.");
    static final Setting<Long> MAX_ROWS =
            Setting.uint64("input_format_max_rows_to_read_for_schema_inference", 25_000L, "Rows that are looked at.");
    static final Setting<Long> MAX_BYTES = Setting.uint64(
            "input_format_max_bytes_to_read_for_schema_inference", 33_554_432L, "Bytes that are looked at.");
    static final Setting<Boolean> JSON_NUMBERS =
            Setting.bool("input_format_json_try_infer_numbers_from_strings", false, "Finds numbers in JSON's strings.");
    static final Setting<Boolean> CSV_BEST_EFFORT = Setting.bool(
            "input_format_csv_use_best_effort_in_schema_inference", true, "Looks at what CSV's texts mean.");
    static final Setting<Boolean> TSV_BEST_EFFORT = Setting.bool(
            "input_format_tsv_use_best_effort_in_schema_inference", true, "Looks at what TabSeparated's texts mean.");

    InferenceSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                NULLABLE,
                HINTS,
                NAMES,
                INTEGERS,
                DATES,
                DATETIMES,
                ONLY_DATETIME64,
                MAX_ROWS,
                MAX_BYTES,
                JSON_NUMBERS,
                CSV_BEST_EFFORT,
                TSV_BEST_EFFORT);
    }
}
