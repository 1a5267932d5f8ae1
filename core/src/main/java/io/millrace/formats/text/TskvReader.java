package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code a=1\tb=x}: keys in any order, missing ones have defaults; a field without {@code =}, such as {@code tskv} in front, says nothing. */
final class TskvReader extends TextRows {
    private final TextReader[] readers;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final long[] seenInRow;
    private final TextCursor key = new TextCursor();
    private ColumnBuilder[] builders = {};
    private long rowNumber;

    TskvReader(ByteSource source, Header header, FormatContext context) {
        super(source, header, context);
        readers = header.types().stream()
                .map(type -> TextReader.of(type, TextStyle.ESCAPED, context.text()))
                .toArray(TextReader[]::new);
        seenInRow = new long[header.width()];
        for (int i = header.width() - 1; i >= 0; i--) {
            indexes.put(header.name(i), i);
        }
    }

    @Override
    protected void bind(ColumnBuilder[] newBuilders) {
        builders = newBuilders;
        for (int i = 0; i < readers.length; i++) {
            readers[i].bind(newBuilders[i]);
        }
    }

    @Override
    protected boolean row() {
        column = -1;
        if (atEnd()) {
            return false;
        }
        rowNumber++;
        boolean more = in.peek() != '\n';
        while (more) {
            field();
            more = in.peek() == '\t';
            in.at += more ? 1 : 0;
        }
        column = -1;
        in.expect('\n');
        for (int i = 0; i < readers.length; i++) {
            if (seenInRow[i] != rowNumber) {
                builders[i].appendDefault();
                markDefault(i);
            }
        }
        return true;
    }

    private void field() {
        int end = in.at;
        while (end < in.limit && in.bytes[end] != '=' && in.bytes[end] != '\t' && in.bytes[end] != '\n') {
            end += in.bytes[end] == '\\' ? 2 : 1;
        }
        if (end >= in.limit) {
            throw in.incomplete();
        }
        if (in.bytes[end] != '=') {
            in.at = end;
            return;
        }
        String name = name(in.at, end);
        Integer index = indexes.get(name);
        in.at = end + 1;
        if (index == null) {
            if (!context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS)) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA, "Unknown field found while parsing TSKV format: " + name);
            }
            in.next(TextStyle.ESCAPED, context.text());
            return;
        }
        if (seenInRow[index] == rowNumber) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Duplicate field found while parsing TSKV format: " + name);
        }
        column = index;
        valueStart = in.at;
        seenInRow[index] = rowNumber;
        readers[index].read(in);
        if (in.defaulted) {
            markDefault(index);
        }
    }

    /** A key with its escapes undone. */
    private String name(int from, int to) {
        byte[] text = new byte[to - from + 1];
        System.arraycopy(in.bytes, from, text, 0, to - from);
        text[to - from] = '\n';
        key.over(text, 0, text.length).next(TextStyle.ESCAPED, context.text());
        return new String(key.token, key.from, key.to - key.from, StandardCharsets.UTF_8);
    }

    @Override
    protected char behindValue(byte first) {
        return '\t';
    }
}
