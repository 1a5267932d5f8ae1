package io.millrace.formats.text;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of text formats that only write. */
@Builtin("OutputTextSettings")
final class OutputTextSettings implements Setting.Group {
    static final Setting<Long> SQL_INSERT_BATCH = Setting.uint64(
            "output_format_sql_insert_max_batch_size", 65409L, "Rows of one INSERT statement of SQLInsert.");
    static final Setting<String> SQL_INSERT_TABLE =
            Setting.string("output_format_sql_insert_table_name", "table", "The table's name in SQLInsert.");
    static final Setting<Boolean> SQL_INSERT_NAMES =
            Setting.bool("output_format_sql_insert_include_column_names", true, "Writes column names in SQLInsert.");
    static final Setting<Boolean> SQL_INSERT_REPLACE =
            Setting.bool("output_format_sql_insert_use_replace", false, "Writes REPLACE in SQLInsert, not INSERT.");
    static final Setting<Boolean> SQL_INSERT_QUOTES =
            Setting.bool("output_format_sql_insert_quote_names", true, "Quotes column names in SQLInsert.");
    static final Setting<Boolean> MARKDOWN_ESCAPES = Setting.bool(
            "output_format_markdown_escape_special_characters",
            false,
            "Escapes characters that mean something in Markdown.");

    OutputTextSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                SQL_INSERT_BATCH,
                SQL_INSERT_TABLE,
                SQL_INSERT_NAMES,
                SQL_INSERT_REPLACE,
                SQL_INSERT_QUOTES,
                MARKDOWN_ESCAPES);
    }
}
