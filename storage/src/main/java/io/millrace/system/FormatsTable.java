package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.text.TimeZone;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.Arrays;

/** system.formats: input and output formats. */
@Builtin("formats")
final class FormatsTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, is_input UInt8, is_output UInt8, supports_parallel_parsing UInt8,
            supports_parallel_formatting UInt8, is_tty_friendly UInt8, content_type String,
            supports_random_access UInt8, has_schema_inference UInt8, has_external_schema UInt8,
            prefers_large_blocks UInt8, supports_append UInt8, supports_subsets_of_columns UInt8, description
            String, examples String, introduced_in String, related Array(String)""");

    FormatsTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);

        FormatContext plain = FormatContext.of(FormatSettings.of(Settings.defaults(), TimeZone.utc()));
        BuiltinIndex<Format> formats = BuiltinIndex.of(Format.class);
        for (String name : formats.names()) {
            Format format = formats.find(name).orElseThrow();
            add(rows, name, format, plain);
            formats.aliases(name).forEach(alias -> add(rows, alias, format, plain));
        }
        return rows.build();
    }

    private static void add(SystemRows rows, String name, Format format, FormatContext plain) {
        rows.row()
                .set("name", name)
                .set("is_input", has(format, "reader"))
                .set("is_output", has(format, "writer"))
                .set("supports_parallel_parsing", format.splitter(plain).isPresent())
                .set("is_tty_friendly", !format.contentType().startsWith("application/octet-stream"))
                .set("content_type", format.contentType());
    }

    /** Whether a format has its own reader or writer; the ones of the interface only refuse. */
    private static boolean has(Format format, String method) {
        return Arrays.stream(format.getClass().getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(method));
    }
}
