package io.millrace.engine;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.Settings;
import io.millrace.engine.query.QuerySettings;
import java.util.Map;

/** Puts the settings of a request on top of a session's, as far as its readonly mode allows. */
final class RequestSettings {
    private RequestSettings() {}

    static Settings apply(Settings session, Map<String, String> changes) {
        Settings result = session;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            result = with(result, SettingRegistry.get(change.getKey()), change.getValue(), session);
        }
        return result;
    }

    private static <T> Settings with(Settings settings, Setting<T> setting, String text, Settings session) {
        T value = setting.parse(text);
        if (session.get(QuerySettings.READONLY) == 1 && !value.equals(session.get(setting))) {
            throw new DbException(
                    ErrorCode.READONLY, "Cannot modify '" + setting.name() + "' setting in readonly mode");
        }
        return settings.with(setting, value);
    }
}
