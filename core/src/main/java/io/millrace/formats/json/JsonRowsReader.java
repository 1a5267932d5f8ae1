package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.JsonTokens;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.text.TextRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads rows that are objects; keys are guessed in the order of the previous row, so that most need one comparison. */
final class JsonRowsReader extends TextRows {
    /** Where the objects stand. */
    enum Place {
        /** One after the other, or in an array. */
        ROWS,
        /** In the array of a document's {@code data}. */
        DOCUMENT,
        /** In one object, each behind a name. */
        OBJECT
    }

    private static final int UNKNOWN = -1;
    /** A key that is the beginning of columns' names. */
    private static final int PREFIX = -2;

    private final JsonFields fields;
    private final Place place;
    private final boolean skipUnknown;
    private final int nameColumn;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private final long[] seenInRow;
    private final KeyGuesses guesses = new KeyGuesses();
    private final long rowBytes;
    private long rowNumber;
    private boolean inArray;

    JsonRowsReader(ByteSource source, Header header, FormatContext context, JsonCells cells, Place place) {
        super(source, header, context);
        this.place = place;
        fields = new JsonFields(header, context, cells);
        skipUnknown = context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS);
        String name = context.settings().get(JsonSettings.OBJECT_NAME);
        nameColumn = place == Place.OBJECT ? header.find(name).orElse(-1) : -1;
        seenInRow = new long[header.width()];
        rowBytes = header.names().stream().mapToLong(n -> n.length() + 6).sum();
        for (int i = header.width() - 1; i >= 0; i--) {
            indexes.put(header.name(i), i);
            if (context.settings().get(JsonSettings.IMPORT_NESTED)) {
                addPrefixes(header.name(i));
            }
        }
    }

    private void addPrefixes(String name) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            prefixes.add(name.substring(0, dot));
        }
    }

    @Override
    protected void bind(ColumnBuilder[] newBuilders) {
        fields.bind(newBuilders);
    }

    @Override
    protected long leastRowBytes() {
        return rowBytes;
    }

    @Override
    protected void head() {
        switch (place) {
            case ROWS -> {
                in.skipSpace();
                if (!atEnd() && in.bytes[in.at] == '[') {
                    in.at++;
                    inArray = true;
                }
            }
            case DOCUMENT -> fields.openData(in, '[');
            case OBJECT -> {
                in.skipSpace();
                if (!atEnd()) {
                    in.expect('{');
                }
            }
        }
    }

    @Override
    protected boolean row() {
        column = -1;
        separators();
        if (atEnd()) {
            if (place != Place.ROWS && rowNumber > 0) {
                throw in.expected(place == Place.DOCUMENT ? ']' : '}');
            }
            return false;
        }
        if (place == Place.DOCUMENT && in.bytes[in.at] == ']' || place == Place.OBJECT && in.bytes[in.at] == '}') {
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
        rowNumber++;
        int found = place == Place.OBJECT ? name() : 0;
        in.expect('{');
        found += keys("");
        if (found < fields.width()) {
            for (int i = 0; i < seenInRow.length; i++) {
                if (seenInRow[i] != rowNumber) {
                    fields.appendDefault(i);
                    markDefault(i);
                }
            }
        }
        return true;
    }

    /** Reads a row's name, into a column if there is one for it. */
    private int name() {
        in.peek();
        JsonFields.string(in);
        if (nameColumn >= 0) {
            fields.append(nameColumn, in.token, in.from, in.to);
            seenInRow[nameColumn] = rowNumber;
        }
        in.skipSpace();
        in.expect(':');
        in.skipSpace();
        return nameColumn >= 0 ? 1 : 0;
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
    private int keys(String prefix) {
        int found = 0;
        int position = 0;
        in.skipSpace();
        while (in.peek() != '}') {
            int start = in.at;
            int index = prefix.isEmpty() ? key(position++) : key(prefix);
            in.skipSpace();
            if (index == PREFIX && in.peek() == '{') {
                found += nested(prefix, start);
            } else if (index < 0) {
                JsonTokens.skip(in);
            } else {
                value(index);
                found++;
            }
            JsonFields.comma(in, '}');
        }
        in.at++;
        return found;
    }

    private int nested(String prefix, int start) {
        int value = in.at;
        in.at = start;
        String name = prefix + JsonFields.string(in) + ".";
        in.at = value;
        in.expect('{');
        return keys(name);
    }

    private void value(int index) {
        if (seenInRow[index] == rowNumber) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "Duplicate field found while parsing JSONEachRow format: " + header.name(index));
        }
        column = index;
        valueStart = in.at;
        fields.read(in, index);
        column = -1;
        if (in.defaulted) {
            markDefault(index);
        }
        seenInRow[index] = rowNumber;
    }

    /** Reads the key that comes at this position of a row, and the colon. */
    private int key(int position) {
        int guess = guesses.match(in, position);
        if (guess != KeyGuesses.NONE) {
            return guess;
        }
        int start = in.at;
        int index = index(JsonFields.string(in));
        boolean plain = in.at < in.limit && in.bytes[in.at] == ':';
        colon();
        if (plain) {
            guesses.expect(in, start, position, index);
        }
        return index;
    }

    private int key(String prefix) {
        int index = index(prefix + JsonFields.string(in));
        colon();
        return index;
    }

    private void colon() {
        in.skipSpace();
        in.expect(':');
    }

    private int index(String name) {
        Integer index = indexes.get(name);
        if (index != null) {
            return index;
        }
        if (prefixes.contains(name)) {
            return PREFIX;
        }
        if (!skipUnknown) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "Unknown field found while parsing JSONEachRow format: " + name);
        }
        return UNKNOWN;
    }
}
