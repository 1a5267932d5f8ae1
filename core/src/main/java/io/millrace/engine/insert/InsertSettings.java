package io.millrace.engine.insert;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingType;
import java.util.List;

/** Settings of INSERT. */
@Builtin("InsertSettings")
public final class InsertSettings implements Setting.Group {
    public static final Setting<Long> MIN_INSERT_BLOCK_SIZE_ROWS = Setting.uint64(
            "min_insert_block_size_rows", 1_048_449, "Rows that are collected before they are written as a part.");
    public static final Setting<Long> MIN_INSERT_BLOCK_SIZE_BYTES = Setting.uint64(
            "min_insert_block_size_bytes", 268_402_944, "Bytes that are collected before they are written as a part.");
    public static final Setting<Long> MAX_INSERT_BLOCK_SIZE = Setting.of(
            "max_insert_block_size",
            SettingType.Kind.NON_ZERO_UINT64,
            1_048_449L,
            "Rows per block when input is parsed.");
    public static final Setting<Long> MAX_INSERT_THREADS =
            Setting.uint64("max_insert_threads", 0, "Threads that parse and write one INSERT; 0 for max_threads.");
    public static final Setting<String> INSERT_DEDUPLICATION_TOKEN = Setting.string(
            "insert_deduplication_token",
            "",
            "Names an INSERT, so that its repetition is recognised and adds nothing.");
    public static final Setting<Boolean> ASYNC_INSERT = Setting.bool(
                    "async_insert", true, "Accepted: small inserts share their sync anyway.")
            .withoutEffect();
    public static final Setting<Boolean> WAIT_FOR_ASYNC_INSERT = Setting.bool(
                    "wait_for_async_insert", true, "Accepted: every INSERT is acknowledged when it is on disk.")
            .withoutEffect();

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                MIN_INSERT_BLOCK_SIZE_ROWS,
                MIN_INSERT_BLOCK_SIZE_BYTES,
                MAX_INSERT_BLOCK_SIZE,
                MAX_INSERT_THREADS,
                INSERT_DEDUPLICATION_TOKEN,
                ASYNC_INSERT,
                WAIT_FOR_ASYNC_INSERT);
    }
}
