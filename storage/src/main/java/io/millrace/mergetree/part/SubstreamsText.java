package io.millrace.mergetree.part;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** The content of {@code columns_substreams.txt}: the streams of each column, in writing order, by full escaped names. */
public final class SubstreamsText {
    public static final String FILE_NAME = "columns_substreams.txt";
    private static final String HEADER = "columns substreams version: 1";

    /** The streams of one column. */
    public record Entry(String column, List<String> streams) {}

    private SubstreamsText() {}

    /** The content of {@code columns_substreams.txt}. */
    public static String print(List<Entry> entries) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append(entries.size()).append(" columns:\n");
        for (Entry entry : entries) {
            text.append(entry.streams().size()).append(" substreams for column ");
            text.append(ColumnsText.quoted(entry.column())).append(":\n");
            entry.streams().forEach(s -> text.append('\t').append(s).append('\n'));
        }
        return text.toString();
    }

    static List<Entry> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEADER)) {
            throw new DbException(ErrorCode.UNKNOWN_FORMAT_VERSION, "Unknown version of columns_substreams.txt");
        }
        List<Entry> entries = new ArrayList<>();
        int line = 2;
        while (line < lines.length && !lines[line].isEmpty()) {
            int quote = lines[line].indexOf('`');
            int space = lines[line].indexOf(' ');
            if (quote < 0 || space < 0) {
                throw new DbException(
                        ErrorCode.CORRUPTED_DATA, "Unexpected line in columns_substreams.txt: " + lines[line]);
            }
            int count = Integer.parseInt(lines[line].substring(0, space));
            String rest = lines[line].substring(quote);
            String name = ColumnsText.unquoted(rest, ColumnsText.nameEnd(rest));
            List<String> streams = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                streams.add(lines[++line].substring(1));
            }
            entries.add(new Entry(name, streams));
            line++;
        }
        return entries;
    }
}
