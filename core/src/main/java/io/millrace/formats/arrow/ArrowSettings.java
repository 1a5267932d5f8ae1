package io.millrace.formats.arrow;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of Arrow and ArrowStream. */
@Builtin("ArrowSettings")
final class ArrowSettings implements Setting.Group {
    static final Setting<String> COMPRESSION = Setting.choice(
            "output_format_arrow_compression_method",
            "ArrowCompression",
            "lz4_frame",
            "Compression of Arrow: lz4_frame, zstd or none.");
    static final Setting<Boolean> STRING_AS_STRING =
            Setting.bool("output_format_arrow_string_as_string", true, "Writes String as Arrow's utf8, not as binary.");
    static final Setting<Boolean> CASE_INSENSITIVE = Setting.bool(
            "input_format_arrow_case_insensitive_column_matching", false, "Matches names of columns in any case.");
    static final Setting<Boolean> MISSING_COLUMNS =
            Setting.bool("input_format_arrow_allow_missing_columns", true, "Takes Arrow without some of the columns.");

    ArrowSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(COMPRESSION, STRING_AS_STRING, CASE_INSENSITIVE, MISSING_COLUMNS);
    }
}
