package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** The content of {@code columns.txt}: the columns of a part in storage order, with the texts of their types. */
public final class ColumnsText {
    public static final String FILE_NAME = "columns.txt";
    private static final String HEADER = "columns format version: 1";

    private ColumnsText() {}

    /** The content of {@code columns.txt}. */
    public static String print(List<PartColumn> columns) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append(columns.size()).append(" columns:\n");
        for (PartColumn column : columns) {
            text.append(quoted(column.name()))
                    .append(' ')
                    .append(column.typeText())
                    .append('\n');
        }
        return text.toString();
    }

    static List<PartColumn> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEADER)) {
            throw new DbException(ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown version of columns.txt");
        }
        List<PartColumn> columns = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                int end = nameEnd(lines[i]);
                columns.add(new PartColumn(unquoted(lines[i], end), lines[i].substring(end + 2)));
            }
        }
        if (!lines[1].equals(columns.size() + " columns:")) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "columns.txt does not hold as many columns as it says");
        }
        return columns;
    }

    static String quoted(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    /** Position of the closing back-quote of a line that begins with a quoted name. */
    static int nameEnd(String line) {
        for (int i = 1; i + 1 < line.length() || i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '`') {
                return i;
            }
        }
        throw new DbException(ErrorCode.CORRUPTED_DATA, "A column name without end in a part: " + line);
    }

    static String unquoted(String line, int end) {
        StringBuilder name = new StringBuilder(end);
        for (int i = 1; i < end; i++) {
            char c = line.charAt(i);
            name.append(c == '\\' && i + 1 < end ? line.charAt(++i) : c);
        }
        return name.toString();
    }
}
