package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings in force together with what their user may change them to. Immutable.
 *
 * @param constraints by the name of the setting
 * @param profiles all there are, which users can switch between
 */
public record ConstrainedSettings(
        Settings values, Map<String, SettingConstraint> constraints, SettingProfiles profiles) {
    private static final String PROFILE = "profile";

    public ConstrainedSettings {
        constraints = Map.copyOf(constraints);
    }

    /** The defaults, which may be changed freely. */
    public static ConstrainedSettings free() {
        return new ConstrainedSettings(Settings.defaults(), Map.of(), SettingProfiles.NONE);
    }

    /**
     * Changes a setting for the user, or switches to a profile by the name {@code profile}.
     *
     * @throws DbException UNKNOWN_SETTING, what is wrong with the value, READONLY, SETTING_CONSTRAINT_VIOLATION, THERE_IS_NO_PROFILE
     */
    public ConstrainedSettings with(String name, String text) {
        return with(name, text, readonly());
    }

    /** Changes several settings; whether they may be changed depends on what {@code readonly} is before. */
    public ConstrainedSettings with(Map<String, String> changes) {
        ConstrainedSettings result = this;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            result = result.with(change.getKey(), change.getValue(), readonly());
        }
        return result;
    }

    private ConstrainedSettings with(String name, String text, long readonly) {
        if (name.equals(PROFILE)) {
            List<ProfileElement.Of> elements = profiles.elements(text);
            elements.stream()
                    .filter(e -> e.value().isPresent())
                    .forEach(e ->
                            changed(SettingRegistry.get(e.setting()), e.value().get(), readonly));
            return applied(elements);
        }
        return new ConstrainedSettings(changed(SettingRegistry.get(name), text, readonly), constraints, profiles);
    }

    private long readonly() {
        return values.get(AccessSettings.READONLY);
    }

    /** Gives a setting its default back. */
    public ConstrainedSettings reset(String name) {
        Setting<?> setting = SettingRegistry.get(name);
        checkReset(setting);
        return new ConstrainedSettings(values.without(setting), constraints, profiles);
    }

    /** Gives a setting a value without asking whether the user may. */
    public <T> ConstrainedSettings forced(Setting<T> setting, T value) {
        return new ConstrainedSettings(values.with(setting, value), constraints, profiles);
    }

    private <T> void checkReset(Setting<T> setting) {
        check(setting, setting.defaultValue(), readonly());
    }

    private <T> Settings changed(Setting<T> setting, String text, long readonly) {
        T value = setting.parse(text);
        check(setting, value, readonly);
        return values.with(setting, value);
    }

    private <T> void check(Setting<T> setting, T value, long readonly) {
        // Clients send settings that are as they should be; that changes nothing.
        if (value.equals(values.get(setting))) {
            return;
        }
        SettingConstraint constraint = constraints.getOrDefault(setting.name(), SettingConstraint.NONE);
        if (readonly > 1 && setting.equals(AccessSettings.READONLY)) {
            throw new DbException(ErrorCode.READONLY, "Cannot modify 'readonly' setting in readonly mode");
        }
        if (readonly == 1 && !constraint.is(SettingConstraint.Writability.CHANGEABLE_IN_READONLY)) {
            throw new DbException(
                    ErrorCode.READONLY, "Cannot modify '" + setting.name() + "' setting in readonly mode");
        }
        constraint.check(setting, value);
    }

    /** What a profile or the administrator says about settings goes on top, without asking whether the user may. */
    ConstrainedSettings applied(List<ProfileElement.Of> elements) {
        Settings newValues = values;
        Map<String, SettingConstraint> newConstraints = new HashMap<>(constraints);
        for (ProfileElement.Of element : elements) {
            if (element.value().isPresent()) {
                newValues = parsed(
                        newValues,
                        SettingRegistry.get(element.setting()),
                        element.value().get());
            }
            if (!element.constraint().equals(SettingConstraint.NONE)) {
                newConstraints.merge(element.setting(), element.constraint(), SettingConstraint::with);
            }
        }
        return new ConstrainedSettings(newValues, newConstraints, profiles);
    }

    private static <T> Settings parsed(Settings settings, Setting<T> setting, String text) {
        return settings.with(setting, setting.parse(text));
    }
}
