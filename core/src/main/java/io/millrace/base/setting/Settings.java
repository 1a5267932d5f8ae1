package io.millrace.base.setting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An immutable set of values over the declared defaults. Layers (profile, session, query) are made with {@link #with}.
 */
public final class Settings {
    private static final Settings DEFAULTS = new Settings(Map.of());

    private final Map<Setting<?>, Object> changed;

    private Settings(Map<Setting<?>, Object> changed) {
        this.changed = changed;
    }

    public static Settings defaults() {
        return DEFAULTS;
    }

    /** The value in force. Read once per query or operator, not per row. */
    @SuppressWarnings("unchecked") // with() only stores values of the declaration's own type
    public <T> T get(Setting<T> setting) {
        Object value = changed.get(setting);
        return value == null ? setting.defaultValue() : (T) value;
    }

    public boolean isChanged(Setting<?> setting) {
        return changed.containsKey(setting);
    }

    /** The same with another value of a setting. */
    public <T> Settings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> copy = new LinkedHashMap<>(changed);
        copy.put(setting, value);
        return new Settings(copy);
    }

    /** The same with the default of a setting. */
    public Settings without(Setting<?> setting) {
        Map<Setting<?>, Object> copy = new LinkedHashMap<>(changed);
        copy.remove(setting);
        return new Settings(copy);
    }

    /** What differs from the defaults, in the order it was set. */
    public Map<Setting<?>, Object> changed() {
        return Map.copyOf(changed);
    }
}
