package io.millrace.tables.function;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings of file(). */
@Builtin("file table function")
final class FileSettings implements Setting.Group {
    static final Setting<Boolean> TRUNCATE_ON_INSERT = Setting.bool(
            "engine_file_truncate_on_insert",
            false,
            "INSERT INTO FUNCTION file() replaces the file instead of adding to it.");

    FileSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(TRUNCATE_ON_INSERT);
    }
}
