package io.millrace.formats.pretty;

import io.millrace.base.io.ByteSink;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.List;

/** Draws one table. */
final class TablePrinter {
    private static final String RESET = "\u001B[0m";

    private final Table table;
    private final Grid grid;
    private final int hintColumn;
    private final long hintThreshold;
    private final boolean numbers;
    private final boolean color;
    private final boolean ascii;
    private final int numberWidth;

    TablePrinter(Table table, FormatContext context, Grid grid, int hintColumn) {
        this.table = table;
        this.grid = grid;
        this.hintColumn = hintColumn;
        hintThreshold = context.settings().get(FormatSettings.PRETTY_NUMBER_TIP);
        numbers = context.settings().get(FormatSettings.PRETTY_ROW_NUMBERS);
        String wanted = context.settings().get(FormatSettings.PRETTY_COLOR);
        color = wanted.equals("auto") ? context.terminal() : wanted.equals("1") || wanted.equals("true");
        ascii = context.settings().get(FormatSettings.PRETTY_CHARSET).equals("ASCII");
        numberWidth = table.rows.isEmpty()
                ? 1
                : Long.toString(table.rows.getLast().number()).length();
    }

    /** @param cutAfter number of rows in front of the line that stands for left out ones; -1 for none */
    void print(int cutAfter, boolean footer, ByteSink out) {
        head(out);
        for (int i = 0; i < table.rows.size(); i++) {
            if (i > 0 && grid == Grid.FULL) {
                rule("\u251C", "\u2500", "\u253C", "\u2524", out);
            }
            if (i == cutAfter) {
                out.putText(margin() + cutLine() + "\n");
                if (grid == Grid.FULL) {
                    rule("\u251C", "\u2500", "\u253C", "\u2524", out);
                }
            }
            row(table.rows.get(i), out);
        }
        if (footer) {
            foot(out);
        } else if (grid != Grid.SPACE) {
            rule("\u2514", "\u2500", "\u2534", "\u2518", out);
        }
    }

    private String margin() {
        return numbers ? " ".repeat(numberWidth + 2) : "";
    }

    private String cutLine() {
        int width = 1;
        for (int column : table.widths) {
            width += column + 3;
        }
        String dash = ascii ? "-" : "\u2500";
        return grid == Grid.SPACE ? (dash + " ").repeat((width - 2) / 2).strip() : (dash + " ").repeat((width + 1) / 2);
    }

    private void head(ByteSink out) {
        switch (grid) {
            case FULL -> {
                rule("\u250F", "\u2501", "\u2533", "\u2513", out);
                names("\u2503", out);
                rule("\u2521", "\u2501", "\u2547", "\u2529", out);
            }
            case COMPACT -> namedRule("\u250C", "\u252C", "\u2510", out);
            case SPACE -> {
                spacedNames(out);
                out.putByte('\n');
            }
        }
    }

    private void foot(ByteSink out) {
        switch (grid) {
            case FULL -> {
                rule("\u2522", "\u2501", "\u2548", "\u252A", out);
                names("\u2503", out);
                rule("\u2517", "\u2501", "\u253B", "\u251B", out);
            }
            case COMPACT -> namedRule("\u2514", "\u2534", "\u2518", out);
            case SPACE -> {
                out.putByte('\n');
                spacedNames(out);
                out.putByte('\n');
            }
        }
    }

    private void rule(String left, String line, String middle, String right, ByteSink out) {
        StringBuilder text = new StringBuilder(margin());
        for (int i = 0; i < table.widths.length; i++) {
            text.append(i == 0 ? left : middle).append(line.repeat(table.widths[i] + 2));
        }
        put(text.append(right).append('\n'), out);
    }

    private void namedRule(String left, String middle, String right, ByteSink out) {
        StringBuilder text = new StringBuilder(margin());
        for (int i = 0; i < table.widths.length; i++) {
            String name = table.names.get(i);
            String pad = "\u2500".repeat(Math.max(0, table.widths[i] - DisplayWidth.of(name)));
            text.append(i == 0 ? left : middle).append('\u2500');
            text.append(table.right[i] ? pad + bold(name) : bold(name) + pad).append('\u2500');
        }
        put(text.append(right).append('\n'), out);
    }

    private void names(String bar, ByteSink out) {
        StringBuilder text = new StringBuilder(margin());
        for (int i = 0; i < table.widths.length; i++) {
            text.append(bar)
                    .append(' ')
                    .append(padded(i, bold(table.names.get(i)), table.names.get(i)))
                    .append(' ');
        }
        put(text.append(bar).append('\n'), out);
    }

    private void spacedNames(ByteSink out) {
        StringBuilder text = new StringBuilder(margin()).append(' ');
        for (int i = 0; i < table.widths.length; i++) {
            String name = table.names.get(i);
            text.append(i == 0 ? "" : "   ").append(padded(i, bold(name), name));
        }
        put(text.append('\n'), out);
    }

    private void row(Table.Row row, ByteSink out) {
        for (int line = 0; line < row.height(); line++) {
            StringBuilder text = new StringBuilder();
            if (numbers) {
                String number = Long.toString(row.number());
                String shown = " ".repeat(numberWidth - number.length()) + number + ". ";
                text.append(line > 0 ? margin() : color ? "\u001B[90m" + shown + RESET : shown);
            }
            String bar = grid == Grid.SPACE ? "" : "\u2502";
            for (int i = 0; i < table.widths.length; i++) {
                text.append(grid == Grid.SPACE && i > 0 ? " " : bar);
                cell(i, row.cells().get(i), line, text);
            }
            text.append(bar);
            if (line == 0 && hintColumn >= 0) {
                ReadableNumber.of(row.cells().get(hintColumn).getFirst(), hintThreshold)
                        .ifPresent(hint -> text.append(" -- ").append(hint));
            }
            put(text.append('\n'), out);
        }
    }

    private void cell(int column, List<String> lines, int line, StringBuilder text) {
        String value = line < lines.size() ? lines.get(line) : "";
        boolean more = line + 1 < lines.size();
        boolean continued = line > 0 && line < lines.size();
        text.append(continued ? '\u21B3' : ' ');
        if (more) {
            text.append(padded(column, value, value)).append('\u21B4');
            return;
        }
        text.append(padded(column, value, value)).append(' ');
    }

    private String padded(int column, String shown, String plain) {
        String pad = " ".repeat(Math.max(0, table.widths[column] - DisplayWidth.of(plain, table.starts[column])));
        return table.right[column] ? pad + shown : shown + pad;
    }

    private String bold(String name) {
        return color ? "\u001B[1m" + name + RESET : name;
    }

    private void put(StringBuilder text, ByteSink out) {
        out.putText(ascii ? plainLines(text.toString()) : text.toString());
    }

    private static String plainLines(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(
                    switch (c) {
                        case '\u2500', '\u2501' -> '-';
                        case '\u2502', '\u2503' -> '|';
                        default -> c >= '\u250C' && c <= '\u254B' ? '+' : c;
                    });
        }
        return plain.toString();
    }
}
