package io.millrace.formats.template;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of Template and CustomSeparated. */
@Builtin("TemplateSettings")
final class TemplateSettings implements Setting.Group {
    static final Setting<String> ROW = Setting.string(
            "format_template_row", "", "The file of Template's pattern of rows, below format_schema_path.");
    static final Setting<String> RESULT = Setting.string(
            "format_template_resultset", "", "The file of Template's pattern of results, below format_schema_path.");
    static final Setting<String> ROW_FORMAT =
            Setting.string("format_template_row_format", "", "Template's pattern of rows itself.");
    static final Setting<String> RESULT_FORMAT =
            Setting.string("format_template_resultset_format", "", "Template's pattern of results itself.");
    static final Setting<String> BETWEEN =
            Setting.string("format_template_rows_between_delimiter", "\n", "What stands between rows in Template.");
    static final Setting<String> CUSTOM_RULE = Setting.choice(
            "format_custom_escaping_rule",
            "EscapingRule",
            "Escaped",
            "How CustomSeparated writes fields: Escaped, CSV, JSON, ...");
    static final Setting<String> CUSTOM_FIELD =
            Setting.string("format_custom_field_delimiter", "\t", "What stands between fields in CustomSeparated.");
    static final Setting<String> CUSTOM_BEFORE = Setting.string(
            "format_custom_row_before_delimiter", "", "What stands in front of rows in CustomSeparated.");
    static final Setting<String> CUSTOM_AFTER =
            Setting.string("format_custom_row_after_delimiter", "\n", "What stands behind rows in CustomSeparated.");
    static final Setting<String> CUSTOM_BETWEEN =
            Setting.string("format_custom_row_between_delimiter", "", "What stands between rows in CustomSeparated.");
    static final Setting<String> CUSTOM_PREFIX = Setting.string(
            "format_custom_result_before_delimiter", "", "What stands in front of everything in CustomSeparated.");
    static final Setting<String> CUSTOM_SUFFIX = Setting.string(
            "format_custom_result_after_delimiter", "", "What stands behind everything in CustomSeparated.");
    static final Setting<Boolean> CUSTOM_DETECT_HEADER = Setting.bool(
            "input_format_custom_detect_header", true, "Skips a first row of CustomSeparated made of column names.");

    TemplateSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                ROW,
                RESULT,
                ROW_FORMAT,
                RESULT_FORMAT,
                BETWEEN,
                CUSTOM_RULE,
                CUSTOM_FIELD,
                CUSTOM_BEFORE,
                CUSTOM_AFTER,
                CUSTOM_BETWEEN,
                CUSTOM_PREFIX,
                CUSTOM_SUFFIX,
                CUSTOM_DETECT_HEADER);
    }
}
