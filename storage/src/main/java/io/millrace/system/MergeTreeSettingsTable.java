package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.setting.Setting;
import io.millrace.base.setting.SettingCatalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.mergetree.MergeTreeSettings;

/** system.merge_tree_settings: every setting that a table of the MergeTree family takes, with its default. */
@Builtin("merge_tree_settings")
final class MergeTreeSettingsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, value String, default String, changed UInt8, description String, min Nullable(String),
            max Nullable(String), disallowed_values Array(String), readonly UInt8, type String, is_obsolete
            UInt8, tier Enum8('Production' = 0, 'Obsolete' = 4, 'Experimental' = 8, 'Beta' = 12)""");

    MergeTreeSettingsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SettingCatalog.Entry entry : MergeTreeSettings.entries()) {
            MergeTreeSettings.find(entry.name()).ifPresent(setting -> add(entry, setting, rows.row()));
        }
        return rows.build();
    }

    private static <T> void add(SettingCatalog.Entry entry, Setting<T> setting, SystemRows rows) {
        String value = setting.print(setting.defaultValue());
        rows.set("name", entry.name())
                .set("value", value)
                .set("default", value)
                .set("description", setting.doc())
                .set("readonly", entry.fixed())
                .set("type", entry.type().name())
                .set("is_obsolete", entry.tier() == SettingCatalog.Tier.OBSOLETE)
                .set("tier", entry.tier().text());
    }
}
