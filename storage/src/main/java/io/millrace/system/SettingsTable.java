package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingCatalog;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.settings: every setting, with its value for the asking query. */
@Builtin("settings")
final class SettingsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, value String, changed UInt8, description String, min Nullable(String), max
            Nullable(String), disallowed_values Array(String), readonly UInt8, type String, default String,
            alias_for String, is_obsolete UInt8, tier Enum8('Production' = 0, 'Obsolete' = 4, 'Experimental' =
            8, 'Beta' = 12)""");

    SettingsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SettingCatalog.Entry entry : SettingRegistry.entries()) {
            Setting<?> setting = SettingRegistry.get(entry.name());
            SystemContext.SettingLimits limits = context.limits(setting.name());
            rows.row().set("min", limits.min()).set("max", limits.max()).set("readonly", limits.readonly());
            add(entry, setting, context.settings(), rows);
        }
        return rows.build();
    }

    private static <T> void add(SettingCatalog.Entry entry, Setting<T> setting, Settings settings, SystemRows rows) {
        rows.set("name", entry.name())
                .set("value", setting.print(settings.get(setting)))
                .set("changed", settings.isChanged(setting))
                .set("description", setting.doc())
                .set("type", entry.type().name())
                .set("default", setting.print(setting.defaultValue()))
                .set("alias_for", entry.aliasFor().orElse(""))
                .set("is_obsolete", entry.tier() == SettingCatalog.Tier.OBSOLETE)
                .set("tier", entry.tier().text());
    }
}
