package io.millrace.formats.template;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.FormatContext;

/** Makes the readers of CustomSeparated. */
final class CustomReaders {
    private CustomReaders() {}

    static BlockReader of(ByteSource source, Header header, FormatContext context, int heads, boolean ignoreSpaces) {
        PatternReader.Frame frame = new PatternReader.Frame(
                RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_PREFIX)),
                RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_BETWEEN)),
                RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_SUFFIX)),
                ignoreSpaces);
        boolean detect = heads == 0 && context.settings().get(TemplateSettings.CUSTOM_DETECT_HEADER);
        return new PatternReader(
                source, header, context, RowPattern.ofCustom(header.width(), context), frame, heads, detect);
    }
}
