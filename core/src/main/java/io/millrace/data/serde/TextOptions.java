package io.millrace.data.serde;

import io.millrace.data.text.TimeZone;
import java.nio.charset.StandardCharsets;

/**
 * What settings say about the text of values. Immutable.
 *
 * @param zone shown for DateTime types without a zone of their own
 * @param bestEffortDates date_time_input_format = best_effort (the default of 26.7)
 * @param dateTimeOutput date_time_output_format
 * @param jsonQuote64 output_format_json_quote_64bit_integers
 * @param jsonQuoteFloats output_format_json_quote_64bit_floats
 * @param jsonQuoteDecimals output_format_json_quote_decimals
 * @param jsonQuoteDenormals output_format_json_quote_denormals
 * @param jsonEscapeSlashes output_format_json_escape_forward_slashes
 * @param jsonNamedTuplesAsObjects output_format_json_named_tuples_as_objects
 * @param jsonValidateUtf8 whether broken UTF-8 becomes U+FFFD in JSON strings
 * @param decimalTrailingZeros output_format_decimal_trailing_zeros
 * @param tsvNull format_tsv_null_representation
 * @param csvNull format_csv_null_representation
 * @param csvDelimiter format_csv_delimiter
 * @param csvSingleQuotes format_csv_allow_single_quotes
 * @param boolTrue bool_true_representation
 * @param boolFalse bool_false_representation
 * @param nullAsDefault input_format_null_as_default
 * @param csvTuplesAsCells output_format_csv_serialize_tuple_into_separate_columns
 * @param reading how much readers put up with
 */
public record TextOptions(
        TimeZone zone,
        boolean bestEffortDates,
        DateTimeOutput dateTimeOutput,
        boolean jsonQuote64,
        boolean jsonQuoteFloats,
        boolean jsonQuoteDecimals,
        boolean jsonQuoteDenormals,
        boolean jsonEscapeSlashes,
        boolean jsonNamedTuplesAsObjects,
        boolean jsonValidateUtf8,
        boolean decimalTrailingZeros,
        byte[] tsvNull,
        byte[] csvNull,
        byte csvDelimiter,
        boolean csvSingleQuotes,
        byte[] boolTrue,
        byte[] boolFalse,
        boolean nullAsDefault,
        boolean csvTuplesAsCells,
        ReadOptions reading) {
    /** How DateTime values are printed. */
    public enum DateTimeOutput {
        SIMPLE,
        ISO,
        UNIX_TIMESTAMP
    }

    /** The options when no setting is changed, for a zone. */
    public static TextOptions defaults(TimeZone zone) {
        byte[] nullText = ascii("\\N");
        return new TextOptions(
                zone,
                true,
                DateTimeOutput.SIMPLE,
                false,
                false,
                false,
                false,
                true,
                true,
                false,
                false,
                nullText,
                nullText,
                (byte) ',',
                false,
                ascii("true"),
                ascii("false"),
                true,
                true,
                ReadOptions.DEFAULTS);
    }

    /** The same with another zone, as functions with a zone argument need. */
    public TextOptions withZone(TimeZone newZone) {
        return with(newZone, bestEffortDates, tsvNull, csvDelimiter, jsonValidateUtf8);
    }

    /** The same with dates as the server itself writes them, no others. */
    public TextOptions withBasicDates() {
        return with(zone, false, tsvNull, csvDelimiter, jsonValidateUtf8);
    }

    /** The same with another text for NULL in TabSeparated and raw texts. */
    public TextOptions withNull(byte[] newNull) {
        return with(zone, bestEffortDates, newNull, csvDelimiter, jsonValidateUtf8);
    }

    /** The same with another delimiter of CSV. */
    public TextOptions withCsvDelimiter(byte newDelimiter) {
        return with(zone, bestEffortDates, tsvNull, newDelimiter, jsonValidateUtf8);
    }

    /** The same, with broken UTF-8 replaced in JSON strings. */
    public TextOptions withValidUtf8() {
        return with(zone, bestEffortDates, tsvNull, csvDelimiter, true);
    }

    private TextOptions with(
            TimeZone newZone,
            boolean newBestEffortDates,
            byte[] newTsvNull,
            byte newCsvDelimiter,
            boolean newJsonValidateUtf8) {
        return new TextOptions(
                newZone,
                newBestEffortDates,
                dateTimeOutput,
                jsonQuote64,
                jsonQuoteFloats,
                jsonQuoteDecimals,
                jsonQuoteDenormals,
                jsonEscapeSlashes,
                jsonNamedTuplesAsObjects,
                newJsonValidateUtf8,
                decimalTrailingZeros,
                newTsvNull,
                csvNull,
                newCsvDelimiter,
                csvSingleQuotes,
                boolTrue,
                boolFalse,
                nullAsDefault,
                csvTuplesAsCells,
                reading);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
