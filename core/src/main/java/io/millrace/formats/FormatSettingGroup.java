package io.millrace.formats;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import java.util.List;

/** Makes the settings of formats known to SET and to {@code system.settings}. */
@Builtin("FormatSettings")
final class FormatSettingGroup implements Setting.Group {
    @Override
    public List<Setting<?>> settings() {
        return FormatSettings.all();
    }
}
