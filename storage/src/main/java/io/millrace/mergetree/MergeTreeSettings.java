package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingCatalog;
import io.millrace.base.text.Suggestions;
import io.millrace.catalog.table.CodecText;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;
import io.millrace.mergetree.write.WriteProfile;
import java.util.Collection;
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

    private static final List<Setting<?>> DECLARED = List.of(
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
            FSYNC);

    private final Map<String, String> values;

    private MergeTreeSettings(Map<String, String> values) {
        this.values = values;
    }

    /** Names that ClickHouse knows besides, read when the first table asks for one of them. */
    private static final class Lazily {
        private static final SettingCatalog CATALOG =
                SettingCatalog.read(MergeTreeSettings.class, "merge-tree-settings-26.7.tsv");
    }

    /** All names with what ClickHouse says of them, for {@code system.merge_tree_settings}. */
    public static Collection<SettingCatalog.Entry> entries() {
        return Lazily.CATALOG.entries().values();
    }

    /** The declaration behind a name: ours, or that of a setting without effect. */
    public static Optional<Setting<?>> find(String name) {
        Optional<Setting<?>> declared =
                DECLARED.stream().filter(s -> s.name().equals(name)).findFirst();
        return declared.isPresent()
                ? declared
                : Optional.ofNullable(Lazily.CATALOG.entries().get(name)).map(SettingCatalog.Entry::accepted);
    }

    /**
     * The settings of a table.
     *
     * @throws DbException UNKNOWN_SETTING for names that no setting has
     */
    public static MergeTreeSettings of(Map<String, String> texts) {
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            find(entry.getKey())
                    .orElseThrow(() -> new DbException(
                            ErrorCode.UNKNOWN_SETTING,
                            "Unknown setting '" + entry.getKey() + "' for storage MergeTree."
                                    + Suggestions.closest(
                                            entry.getKey(),
                                            Lazily.CATALOG.entries().keySet())))
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
