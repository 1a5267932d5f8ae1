package io.millrace.engine.access;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Settings that bound what a user may do. */
@Builtin("AccessSettings")
public final class AccessSettings implements Setting.Group {
    public static final Setting<Long> READONLY =
            Setting.uint64("readonly", 0, "0 allows everything, 1 only reading, 2 reading and changing settings.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(READONLY);
    }
}
