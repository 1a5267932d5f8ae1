package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.text.Suggestions;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.mergetree.write.WriteProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of tables of the MergeTree family, with ClickHouse's names and defaults, and their values for one table. Immutable. */
public final class MergeTreeSettings {
    public static final Setting<Long> INDEX_GRANULARITY =
            Setting.uint64("index_granularity", 8192, "Most rows of a granule.");
    public static final Setting<Long> INDEX_GRANULARITY_BYTES =
            Setting.uint64("index_granularity_bytes", 10 << 20, "Bytes that a granule should have; 0 for no limit.");
    public static final Setting<Long> MIN_BYTES_FOR_WIDE_PART =
            Setting.uint64("min_bytes_for_wide_part", 10 << 20, "Raw bytes from which a part is Wide.");
    public static final Setting<Long> MIN_ROWS_FOR_WIDE_PART =
            Setting.uint64("min_rows_for_wide_part", 0, "Rows from which a part is Wide.");
    public static final Setting<Long> MIN_COMPRESS_BLOCK_SIZE =
            Setting.uint64("min_compress_block_size", 65_536, "Smallest compressed block at a mark, in raw bytes.");
    public static final Setting<Long> MAX_COMPRESS_BLOCK_SIZE =
            Setting.uint64("max_compress_block_size", 1 << 20, "Largest compressed block, in raw bytes.");
    public static final Setting<String> DEFAULT_COMPRESSION_CODEC =
            Setting.string("default_compression_codec", "", "Codec of columns without one of their own.");
    public static final Setting<Long> PARTS_TO_DELAY_INSERT = Setting.uint64(
            "parts_to_delay_insert", 1000, "Active parts of one partition from which inserts are slowed down.");
    public static final Setting<Long> PARTS_TO_THROW_INSERT = Setting.uint64(
            "parts_to_throw_insert", 3000, "Active parts of one partition from which inserts are refused.");
    public static final Setting<Double> OLD_PARTS_LIFETIME =
            Setting.seconds("old_parts_lifetime", 480, "How long the files of replaced parts are kept.");
    public static final Setting<Long> MAX_BYTES_TO_MERGE = Setting.uint64(
            "max_bytes_to_merge_at_max_space_in_pool",
            150L << 30,
            "Largest sum of parts that a background merge takes.");
    public static final Setting<Long> MAX_PARTS_TO_MERGE =
            Setting.uint64("max_parts_to_merge_at_once", 100, "Most parts that a background merge takes.");
    public static final Setting<Double> RATIO_OF_DEFAULTS_FOR_SPARSE = Setting.decimal(
            "ratio_of_defaults_for_sparse_serialization",
            0.9375,
            "A column of which more than this share are defaults is stored sparse; 1 for never.");
    public static final Setting<Boolean> FSYNC =
            Setting.bool("fsync_after_insert", true, "Whether inserted parts are synced before they are acknowledged.");

    private static final List<Setting<?>> ALL = List.of(
            INDEX_GRANULARITY,
            INDEX_GRANULARITY_BYTES,
            MIN_BYTES_FOR_WIDE_PART,
            MIN_ROWS_FOR_WIDE_PART,
            MIN_COMPRESS_BLOCK_SIZE,
            MAX_COMPRESS_BLOCK_SIZE,
            DEFAULT_COMPRESSION_CODEC,
            PARTS_TO_DELAY_INSERT,
            PARTS_TO_THROW_INSERT,
            OLD_PARTS_LIFETIME,
            MAX_BYTES_TO_MERGE,
            MAX_PARTS_TO_MERGE,
            RATIO_OF_DEFAULTS_FOR_SPARSE,
            FSYNC,
            accepted("storage_policy", "default"),
            accepted("fsync_part_directory", "1"),
            accepted("non_replicated_deduplication_window", "0"),
            accepted("replicated_deduplication_window", "10000"),
            accepted("min_level_for_wide_part", "0"),
            accepted("enable_mixed_granularity_parts", "1"),
            accepted("merge_with_ttl_timeout", "14400"),
            accepted("ttl_only_drop_parts", "0"),
            accepted("write_final_mark", "1"),
            accepted("max_suspicious_broken_parts", "100"),
            accepted("min_rows_to_fsync_after_merge", "0"),
            accepted("min_bytes_to_fsync_after_merge", "0"),
            accepted("merge_max_block_size", "8192"),
            accepted("vertical_merge_algorithm_min_rows_to_activate", "131072"),
            accepted("vertical_merge_algorithm_min_columns_to_activate", "11"),
            accepted("enable_vertical_merge_algorithm", "1"),
            accepted("allow_nullable_key", "0"),
            accepted("use_minimalistic_part_header_in_zookeeper", "1"),
            accepted("assign_part_uuids", "0"),
            accepted("compress_marks", "1"),
            accepted("compress_primary_key", "1"),
            accepted("marks_compression_codec", "ZSTD(3)"),
            accepted("primary_key_compression_codec", "ZSTD(3)"),
            accepted("min_age_to_force_merge_seconds", "0"),
            accepted("add_minmax_index_for_numeric_columns", "0"),
            accepted("deduplicate_merge_projection_mode", "throw"),
            accepted("clean_deleted_rows", "Never"),
            accepted("allow_experimental_replacing_merge_with_cleanup", "0"));

    private final Map<String, String> values;

    private MergeTreeSettings(Map<String, String> values) {
        this.values = values;
    }

    private static Setting<?> accepted(String name, String defaultValue) {
        return new Setting<>(
                name, Setting.Kind.STRING, defaultValue, true, "Accepted for compatibility; changes nothing here.");
    }

    /** All declarations, for {@code system.merge_tree_settings}. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * The settings of a table.
     *
     * @throws DbException UNKNOWN_SETTING for names that no setting has
     */
    public static MergeTreeSettings of(Map<String, String> texts) {
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Optional<Setting<?>> known =
                    ALL.stream().filter(s -> s.name().equals(entry.getKey())).findFirst();
            known.orElseThrow(() -> new DbException(
                            ErrorCode.UNKNOWN_SETTING,
                            "Unknown setting '" + entry.getKey() + "' for storage MergeTree."
                                    + Suggestions.closest(
                                            entry.getKey(),
                                            ALL.stream().map(Setting::name).toList())))
                    .parse(entry.getValue());
        }
        MergeTreeSettings settings = new MergeTreeSettings(Map.copyOf(texts));
        long granularity = settings.get(INDEX_GRANULARITY);
        if (granularity < 1 || granularity > 1 << 24) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "index_granularity: " + granularity + " is out of range");
        }
        return settings;
    }

    public <T> T get(Setting<T> setting) {
        String text = values.get(setting.name());
        return text == null ? setting.defaultValue() : setting.parse(text);
    }

    /** How parts are written. */
    public WriteProfile profile() {
        String codecText = get(DEFAULT_COMPRESSION_CODEC);
        Codec codec = CodecText.parse(codecText, io.millrace.compression.codec.ElementType.VARIABLE, Codecs.LZ4);
        return new WriteProfile(
                Math.toIntExact(get(INDEX_GRANULARITY)),
                get(INDEX_GRANULARITY_BYTES),
                get(MIN_BYTES_FOR_WIDE_PART),
                get(MIN_ROWS_FOR_WIDE_PART),
                (int) Math.clamp(get(MIN_COMPRESS_BLOCK_SIZE), 1L, 1L << 28),
                (int) Math.clamp(get(MAX_COMPRESS_BLOCK_SIZE), 1024L, 1L << 28),
                codec,
                get(RATIO_OF_DEFAULTS_FOR_SPARSE),
                get(FSYNC));
    }
}
