package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.text.TextRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads objects one after the other (or in one array); keys are guessed in the order of the previous row, so that most need one comparison. */
final class JsonRowsReader extends TextRows {
    private static final int UNKNOWN = -1;

    private final TextReader[] readers;
    private final boolean skipUnknown;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final long[] seenInRow;
    /** Keys of the previous row as bytes with quotes, and their columns. */
    private byte[][] guesses = new byte[16][];

    private int[] guessed = new int[16];
    private ColumnBuilder[] builders = {};
    private long rowNumber;
    private boolean inArray;

    JsonRowsReader(ByteSource source, Header header, FormatContext context) {
        super(source, header, context);
        readers = header.types().stream()
                .map(type -> TextReader.of(type, TextStyle.JSON, context.text()))
                .toArray(TextReader[]::new);
        skipUnknown = context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS);
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
    protected void head() {
        in.skipSpace();
        if (!atEnd() && in.bytes[in.at] == '[') {
            in.at++;
            inArray = true;
        }
    }

    @Override
    protected boolean row() {
        column = -1;
        separators();
        if (atEnd()) {
            return false;
        }
        if (inArray && in.bytes[in.at] == ']') {
            in.at++;
            in.skipSpace();
            if (!atEnd()) {
                throw in.expected('{');
            }
            return false;
        }
        in.expect('{');
        rowNumber++;
        int found = keys();
        if (found < readers.length) {
            for (int i = 0; i < readers.length; i++) {
                if (seenInRow[i] != rowNumber) {
                    builders[i].appendDefault();
                    markDefault(i);
                }
            }
        }
        return true;
    }

    @Override
    protected char behindValue(byte first) {
        return first == '"' ? '"' : ',';
    }

    private void separators() {
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
    }

    /** Reads up to the closing bracket; returns how many columns got values. */
    private int keys() {
        int found = 0;
        int position = 0;
        in.skipSpace();
        while (in.peek() != '}') {
            int index = key(position++);
            in.skipSpace();
            in.expect(':');
            if (index == UNKNOWN) {
                in.skipJson();
            } else {
                if (seenInRow[index] == rowNumber) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "Duplicate field found while parsing JSONEachRow format: " + header.name(index));
                }
                column = index;
                in.skipSpace();
                valueStart = in.at;
                readers[index].read(in);
                column = -1;
                if (in.defaulted) {
                    markDefault(index);
                }
                seenInRow[index] = rowNumber;
                found++;
            }
            in.skipSpace();
            if (in.peek() == ',') {
                in.at++;
                in.skipSpace();
            } else if (in.bytes[in.at] != '}') {
                throw in.expected(',');
            }
        }
        in.at++;
        return found;
    }

    private int key(int position) {
        if (position < guesses.length) {
            byte[] guess = guesses[position];
            if (guess != null
                    && in.at + guess.length <= in.limit
                    && Arrays.equals(in.bytes, in.at, in.at + guess.length, guess, 0, guess.length)) {
                in.at += guess.length;
                return guessed[position];
            }
        }
        int start = in.at;
        if (in.peek() != '"') {
            throw in.expected('"');
        }
        in.jsonString();
        String name = new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
        Integer index = indexes.get(name);
        if (index == null && !skipUnknown) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "Unknown field found while parsing JSONEachRow format: " + name);
        }
        if (position < 1000) {
            remember(position, start, index == null ? UNKNOWN : index);
        }
        return index == null ? UNKNOWN : index;
    }

    private void remember(int position, int start, int index) {
        if (position >= guesses.length) {
            guesses = Arrays.copyOf(guesses, guesses.length * 2);
            guessed = Arrays.copyOf(guessed, guesses.length);
        }
        guesses[position] = Arrays.copyOfRange(in.bytes, start, in.at);
        guessed[position] = index;
    }
}
