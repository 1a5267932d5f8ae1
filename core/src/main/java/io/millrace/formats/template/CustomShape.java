package io.millrace.formats.template;

import io.millrace.data.serde.TextStyle;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.Optional;

/** Whether the settings of CustomSeparated describe what another format reads, too. */
public final class CustomShape {
    private CustomShape() {}

    /** Lines of escaped fields between tabs. */
    public static boolean isTabSeparated(FormatContext context) {
        return isLines(context.settings())
                && RowPattern.rule(context.settings().get(TemplateSettings.CUSTOM_RULE)) == TextStyle.ESCAPED
                && context.settings().get(TemplateSettings.CUSTOM_FIELD).equals("\t");
    }

    /** The context with which CSV reads the same; empty if it does not. */
    public static Optional<FormatContext> asCsv(FormatContext context) {
        String delimiter = context.settings().get(TemplateSettings.CUSTOM_FIELD);
        boolean csv = isLines(context.settings())
                && RowPattern.rule(context.settings().get(TemplateSettings.CUSTOM_RULE)) == TextStyle.CSV
                && delimiter.length() == 1
                && delimiter.charAt(0) < 128;
        return csv ? Optional.of(context.withCsvDelimiter((byte) delimiter.charAt(0))) : Optional.empty();
    }

    private static boolean isLines(FormatSettings settings) {
        return settings.get(TemplateSettings.CUSTOM_AFTER).equals("\n")
                && settings.get(TemplateSettings.CUSTOM_BEFORE).isEmpty()
                && settings.get(TemplateSettings.CUSTOM_BETWEEN).isEmpty()
                && settings.get(TemplateSettings.CUSTOM_PREFIX).isEmpty()
                && settings.get(TemplateSettings.CUSTOM_SUFFIX).isEmpty();
    }
}
