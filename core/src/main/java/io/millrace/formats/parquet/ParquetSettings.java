package io.millrace.formats.parquet;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of Parquet. */
@Builtin("ParquetSettings")
final class ParquetSettings implements Setting.Group {
    static final Setting<String> COMPRESSION = Setting.choice(
            "output_format_parquet_compression_method",
            "ParquetCompression",
            "zstd",
            "Compression of Parquet's pages: zstd, snappy, lz4, gzip or none.");
    static final Setting<Long> ROW_GROUP_ROWS =
            Setting.uint64("output_format_parquet_row_group_size", 1_000_000L, "Rows of a group of Parquet.");
    static final Setting<Long> ROW_GROUP_BYTES = Setting.uint64(
            "output_format_parquet_row_group_size_bytes", 536_870_912L, "Bytes in memory of a group of Parquet.");
    static final Setting<Boolean> STRING_AS_STRING = Setting.bool(
            "output_format_parquet_string_as_string", true, "Writes String as Parquet's string, not as bytes.");
    static final Setting<Boolean> CASE_INSENSITIVE = Setting.bool(
            "input_format_parquet_case_insensitive_column_matching", false, "Matches names of columns in any case.");
    static final Setting<Boolean> MISSING_COLUMNS = Setting.bool(
            "input_format_parquet_allow_missing_columns", true, "Takes Parquet without some of the columns.");
    static final Setting<Boolean> LOCAL_TIME_AS_UTC =
            Setting.bool("input_format_parquet_local_time_as_utc", true, "Gives times without a zone the zone UTC.");

    ParquetSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                COMPRESSION,
                ROW_GROUP_ROWS,
                ROW_GROUP_BYTES,
                STRING_AS_STRING,
                CASE_INSENSITIVE,
                MISSING_COLUMNS,
                LOCAL_TIME_AS_UTC);
    }
}
