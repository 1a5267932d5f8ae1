package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All settings by name: those declared by a {@link Setting.Group}, gathered once, and those that ClickHouse 26.7 knows besides. The long list of the latter
 * is read when the first name is asked for that no group declares. Thread-safe.
 */
public final class SettingRegistry {
    /** Names that begin so are a client's own settings, any text is their value. */
    public static final String CUSTOM_PREFIX = "SQL_";

    private static final Map<String, Setting<?>> DECLARED = gather();

    private SettingRegistry() {}

    private static final class Lazily {
        private static final SettingCatalog CATALOG = SettingCatalog.read(SettingRegistry.class, "settings-26.7.tsv");
        private static final Map<String, Setting<?>> BY_NAME = resolve(CATALOG);
    }

    private static Map<String, Setting<?>> gather() {
        Map<String, Setting<?>> found = new HashMap<>();
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

    /** Declared settings win over listed ones; another name of a setting leads to that setting. */
    private static Map<String, Setting<?>> resolve(SettingCatalog catalog) {
        Map<String, Setting<?>> all = new LinkedHashMap<>();
        for (SettingCatalog.Entry entry : catalog.entries().values()) {
            SettingCatalog.Entry real = entry.aliasFor()
                    .map(target -> catalog.entries().get(target))
                    .orElse(entry);
            Setting<?> declared = DECLARED.get(real.name());
            Setting<?> setting = declared != null ? declared : all.get(real.name());
            all.put(entry.name(), setting != null ? setting : real.accepted());
        }
        Set<String> listed = new HashSet<>(all.keySet());
        DECLARED.values().stream().filter(s -> !listed.contains(s.name())).forEach(s -> all.put(s.name(), s));
        return all;
    }

    /** By name or alias. */
    public static Optional<Setting<?>> find(String name) {
        Setting<?> declared = DECLARED.get(name);
        if (declared != null) {
            return Optional.of(declared);
        }
        return name.startsWith(CUSTOM_PREFIX)
                ? Optional.of(Setting.string(name, "", "A setting of the client's own."))
                : Optional.ofNullable(Lazily.BY_NAME.get(name));
    }

    /**
     * @throws DbException UNKNOWN_SETTING, with names that are near
     */
    public static Setting<?> get(String name) {
        return find(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_SETTING,
                        "Setting " + name + " is neither a builtin setting nor started with the prefix '"
                                + CUSTOM_PREFIX + "' registered for user-defined settings."
                                + Suggestions.closest(name, Lazily.BY_NAME.keySet())));
    }

    /** What the list of ClickHouse says of a setting, in its order; settings of our own follow with what their declaration says. */
    public static Collection<SettingCatalog.Entry> entries() {
        List<SettingCatalog.Entry> all =
                new ArrayList<>(Lazily.CATALOG.entries().values());
        for (String name : Lazily.BY_NAME.keySet()) {
            if (!Lazily.CATALOG.entries().containsKey(name)) {
                all.add(ours(get(name)));
            }
        }
        return all;
    }

    private static <T> SettingCatalog.Entry ours(Setting<T> setting) {
        return new SettingCatalog.Entry(
                setting.name(),
                setting.type(),
                setting.print(setting.defaultValue()),
                SettingCatalog.Tier.PRODUCTION,
                Optional.empty(),
                false);
    }
}
