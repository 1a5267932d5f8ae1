package io.millrace.data.serde;

/**
 * How much readers of texts put up with. Immutable.
 *
 * @param monthFirst date_time_input_format = best_effort_us: 01/02/2024 is the second of January
 * @param csvDoubleQuotes format_csv_allow_double_quotes
 * @param csvEmptyAsDefault input_format_csv_empty_as_default
 * @param csvTrim input_format_csv_trim_whitespaces
 * @param csvBlankDelimiter input_format_csv_allow_whitespace_or_tab_as_delimiter
 * @param csvLoneReturns input_format_csv_allow_cr_end_of_line
 * @param csvTupleCells input_format_csv_deserialize_separate_columns_into_tuple
 * @param csvEnumNumbers input_format_csv_enum_as_number
 * @param csvBadAsDefault input_format_csv_use_default_on_bad_values
 * @param tsvEmptyAsDefault input_format_tsv_empty_as_default
 * @param tsvEnumNumbers input_format_tsv_enum_as_number
 * @param jsonNumbersAsStrings input_format_json_read_numbers_as_strings
 * @param jsonBoolsAsNumbers input_format_json_read_bools_as_numbers
 * @param jsonBoolsAsStrings input_format_json_read_bools_as_strings
 * @param jsonObjectsAsStrings input_format_json_read_objects_as_strings
 * @param jsonArraysAsStrings input_format_json_read_arrays_as_strings
 * @param jsonTuplesFromObjects input_format_json_named_tuples_as_objects
 * @param jsonUnknownKeys input_format_json_ignore_unknown_keys_in_named_tuple
 * @param jsonMissingElements input_format_json_defaults_for_missing_elements_in_named_tuple
 * @param jsonEmptyAsDefault input_format_json_empty_as_default
 */
public record ReadOptions(
        boolean monthFirst,
        boolean csvDoubleQuotes,
        boolean csvEmptyAsDefault,
        boolean csvTrim,
        boolean csvBlankDelimiter,
        boolean csvLoneReturns,
        boolean csvTupleCells,
        boolean csvEnumNumbers,
        boolean csvBadAsDefault,
        boolean tsvEmptyAsDefault,
        boolean tsvEnumNumbers,
        boolean jsonNumbersAsStrings,
        boolean jsonBoolsAsNumbers,
        boolean jsonBoolsAsStrings,
        boolean jsonObjectsAsStrings,
        boolean jsonArraysAsStrings,
        boolean jsonTuplesFromObjects,
        boolean jsonUnknownKeys,
        boolean jsonMissingElements,
        boolean jsonEmptyAsDefault) {
    /** What holds when no setting is changed. */
    public static final ReadOptions DEFAULTS = new ReadOptions(
            false, true, true, true, false, false, true, false, false, false, false, true, true, true, true, true, true,
            true, true, false);
}
