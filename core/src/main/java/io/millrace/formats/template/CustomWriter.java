package io.millrace.formats.template;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.util.List;

/** Writes CustomSeparated, with as many lines of names and types as wanted. */
final class CustomWriter extends PatternWriter {
    private final RowPattern pattern;
    private final List<List<String>> heads;
    private final byte[] prefix;
    private final byte[] suffix;

    /** @param heads 0 for none, 1 for names, 2 for names and types */
    CustomWriter(FormatOutput output, Header header, FormatContext context, int heads) {
        this(output, header, context, RowPattern.ofCustom(header.width(), context), heads);
    }

    private CustomWriter(FormatOutput output, Header header, FormatContext context, RowPattern pattern, int heads) {
        super(
                output,
                header,
                context,
                pattern,
                RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_BETWEEN)));
        this.pattern = pattern;
        this.heads = List.of(
                        header.names(),
                        header.types().stream().map(DataType::name).toList())
                .subList(0, heads);
        prefix = RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_PREFIX));
        suffix = RowPattern.utf8(context.settings().get(TemplateSettings.CUSTOM_SUFFIX));
    }

    @Override
    void head(ByteSink out) {
        out.put(prefix);
        for (List<String> texts : heads) {
            separate(out);
            for (int i = 0; i < texts.size(); i++) {
                out.put(pattern.delimiters().get(i));
                FieldText.write(texts.get(i), pattern.styles()[i], text, out);
            }
            out.put(pattern.delimiters().getLast());
        }
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        output.sink().put(suffix);
        output.drain();
    }
}
