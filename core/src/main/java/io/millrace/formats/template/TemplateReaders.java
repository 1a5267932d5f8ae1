package io.millrace.formats.template;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.FormatContext;
import java.util.List;

/** Makes the readers of Template. */
final class TemplateReaders {
    private TemplateReaders() {}

    static BlockReader of(ByteSource source, Header header, FormatContext context, boolean ignoreSpaces) {
        TemplateText row = TemplateText.parse(RowPattern.text(context, true));
        String given = RowPattern.text(context, false);
        TemplateText result = TemplateText.parse(given.isEmpty() ? "${data}" : given);
        List<TemplateText.Placeholder> parts = result.placeholders();
        if (parts.size() != 1 || !parts.getFirst().name().equals("data")) {
            throw TemplateText.invalid("${data} must be the only part of what is read", 0);
        }
        PatternReader.Frame frame = new PatternReader.Frame(
                result.delimiters().getFirst(),
                RowPattern.utf8(context.settings().get(TemplateSettings.BETWEEN)),
                result.delimiters().getLast(),
                ignoreSpaces);
        return new PatternReader(source, header, context, RowPattern.ofTemplate(row, header, true), frame, 0, false);
    }
}
