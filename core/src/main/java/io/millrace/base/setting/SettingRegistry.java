package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.text.Suggestions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All declared settings by name, gathered once from every {@link Setting.Group}. Thread-safe.
 */
public final class SettingRegistry {
    private static final Map<String, Setting<?>> BY_NAME = gatherAll();

    private SettingRegistry() {}

    private static Map<String, Setting<?>> gather() {
        Map<String, Setting<?>> found = new TreeMap<>();
        BuiltinIndex<Setting.Group> groups = BuiltinIndex.of(Setting.Group.class);
        for (String group : groups.names()) {
            for (Setting<?> setting : groups.find(group).orElseThrow().settings()) {
                if (found.put(setting.name(), setting) != null) {
                    throw DbException.bug("Setting " + setting.name() + " is declared twice");
                }
            }
        }
        return found;
    }

    /** Adds settings that are known for compatibility only; declared ones win. */
    private static Map<String, Setting<?>> gatherAll() {
        Map<String, Setting<?>> all = new TreeMap<>();
        AcceptedSettings.read().forEach(s -> all.put(s.name(), s));
        all.putAll(gather());
        return all;
    }

    public static Optional<Setting<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * @throws DbException UNKNOWN_SETTING, with names that are near
     */
    public static Setting<?> get(String name) {
        return find(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_SETTING,
                        "Setting " + name
                                + " is neither a builtin setting nor started with the prefix 'SQL_' registered for user-defined settings."
                                + Suggestions.closest(name, BY_NAME.keySet())));
    }

    /** Every setting, by name. */
    public static Collection<Setting<?>> all() {
        return BY_NAME.values();
    }
}
