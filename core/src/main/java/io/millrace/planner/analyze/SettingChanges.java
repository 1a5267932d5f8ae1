package io.millrace.planner.analyze;

import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.Settings;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.SettingChange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts {@code SETTINGS name = value} on top of settings. */
public final class SettingChanges {
    private SettingChanges() {}

    /**
     * @throws io.millrace.base.error.DbException UNKNOWN_SETTING with a hint, or what is wrong with the value
     */
    public static Settings apply(Settings settings, List<SettingChange> changes) {
        Settings result = settings;
        for (SettingChange change : changes) {
            Setting<?> setting = SettingRegistry.get(change.name());
            result = change.value().isPresent()
                    ? parsed(result, setting, text(change.value().get()))
                    : result.without(setting);
        }
        return result;
    }

    private static <T> Settings parsed(Settings settings, Setting<T> setting, String text) {
        return settings.with(setting, setting.parse(text));
    }

    /** A literal as the text a setting is read from. */
    public static String text(LiteralValue value) {
        return switch (value) {
            case LiteralValue.NullValue n -> "NULL";
            case LiteralValue.BoolValue b -> b.value() ? "1" : "0";
            case LiteralValue.IntegerValue i -> i.value().toString();
            case LiteralValue.FloatValue f -> Double.toString(f.value());
            case LiteralValue.StringValue s -> new String(s.bytes(), StandardCharsets.UTF_8);
            case LiteralValue.ArrayValue a ->
                a.elements().stream().map(SettingChanges::text).toList().toString();
            case LiteralValue.TupleValue t ->
                t.elements().stream().map(SettingChanges::text).toList().toString();
            case LiteralValue.MapValue m -> m.entries().toString();
        };
    }
}
