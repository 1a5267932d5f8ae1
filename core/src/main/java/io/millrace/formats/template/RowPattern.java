package io.millrace.formats.template;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How one row looks: fields and the delimiters in front of, between and behind them. Immutable.
 *
 * @param columns column of each field, -1 for one that is skipped
 * @param delimiters one more than fields
 */
record RowPattern(int[] columns, TextStyle[] styles, List<byte[]> delimiters) {
    int width() {
        return columns.length;
    }

    /** From the pattern of Template. */
    static RowPattern ofTemplate(TemplateText text, Header header, boolean reading) {
        int width = text.placeholders().size();
        if (width == 0) {
            throw TemplateText.invalid("No columns specified", 0);
        }
        int[] columns = new int[width];
        TextStyle[] styles = new TextStyle[width];
        for (int i = 0; i < width; i++) {
            TemplateText.Placeholder field = text.placeholders().get(i);
            int number = i;
            columns[i] = reading && field.name().isEmpty() ? -1 : column(field.name(), header);
            styles[i] = rule(field.rule()
                    .orElseThrow(
                            () -> TemplateText.invalid("Serialization type for file column is not specified", number)));
        }
        return new RowPattern(columns, styles, text.delimiters());
    }

    private static int column(String name, Header header) {
        OptionalInt found = header.find(name);
        if (found.isEmpty() && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int index = name.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(name);
            if (index < header.width()) {
                return index;
            }
        }
        return found.isPresent() ? found.getAsInt() : header.index(name);
    }

    /** Of CustomSeparated: all columns in order. */
    static RowPattern ofCustom(int width, FormatContext context) {
        int[] columns = new int[width];
        TextStyle[] styles = new TextStyle[width];
        TextStyle style = rule(context.settings().get(TemplateSettings.CUSTOM_RULE));
        List<byte[]> delimiters = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns[i] = i;
            styles[i] = style;
            delimiters.add(utf8(
                    context.settings().get(i == 0 ? TemplateSettings.CUSTOM_BEFORE : TemplateSettings.CUSTOM_FIELD)));
        }
        delimiters.add(utf8(context.settings().get(TemplateSettings.CUSTOM_AFTER)));
        return new RowPattern(columns, styles, delimiters);
    }

    /** The same with other columns behind the fields. */
    RowPattern with(int[] newColumns) {
        TextStyle[] newStyles = new TextStyle[newColumns.length];
        List<byte[]> newDelimiters = new ArrayList<>();
        for (int i = 0; i < newColumns.length; i++) {
            newStyles[i] = styles[0];
            newDelimiters.add(delimiters.get(i == 0 || delimiters.size() < 3 ? 0 : 1));
        }
        newDelimiters.add(delimiters.getLast());
        return new RowPattern(newColumns, newStyles, newDelimiters);
    }

    /** Escaped fields end at a tab or a line end, so one of them has to follow. */
    void checkReadable() {
        for (int i = 0; i < width(); i++) {
            byte[] behind = delimiters.get(i + 1);
            boolean ends = behind.length > 0 && (behind[0] == '\t' || behind[0] == '\n');
            if (styles[i] == TextStyle.ESCAPED && !ends) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Escaped field must be followed by a delimiter that begins with a tab or a line feed");
            }
            if (styles[i] == TextStyle.RAW && behind.length == 0) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "Raw field must be followed by a delimiter");
            }
            if (styles[i] == TextStyle.XML) {
                throw new DbException(ErrorCode.BAD_ARGUMENTS, "Escaping rule XML is not suitable for input");
            }
        }
    }

    static TextStyle rule(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "escaped" -> TextStyle.ESCAPED;
            case "quoted" -> TextStyle.QUOTED;
            case "csv" -> TextStyle.CSV;
            case "json" -> TextStyle.JSON;
            case "xml" -> TextStyle.XML;
            case "raw" -> TextStyle.RAW;
            default -> throw new DbException(ErrorCode.BAD_ARGUMENTS, "Unknown escaping rule \"" + name + "\"");
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a Template of these settings is made of: text given itself, or in a file. */
    static String text(FormatContext context, boolean row) {
        FormatSettings settings = context.settings();
        String inline = settings.get(row ? TemplateSettings.ROW_FORMAT : TemplateSettings.RESULT_FORMAT);
        String file = settings.get(row ? TemplateSettings.ROW : TemplateSettings.RESULT);
        if (!inline.isEmpty() && !file.isEmpty()) {
            throw new DbException(
                    ErrorCode.INVALID_TEMPLATE_FORMAT,
                    "Expected either "
                            + (row
                                    ? "format_template_row_format or format_template_row"
                                    : "format_template_resultset_format or format_template_resultset")
                            + ", but not both");
        }
        return file.isEmpty() ? inline : context.schemas().text(file);
    }
}
