package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.JsonTokens;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.FormatContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The readers of the columns of a JSON input: values, or texts of values. Not thread-safe. */
final class JsonFields {
    private static final byte[] NULL = "NULL".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SMALL_NULL = "\u1D3A\u1D41\u1D38\u1D38".getBytes(StandardCharsets.UTF_8);

    private final Header header;
    private final FormatContext context;
    private final boolean strings;
    private final TextReader[] readers;
    private ColumnBuilder[] builders = {};

    JsonFields(Header header, FormatContext context, JsonCells cells) {
        this.header = header;
        this.context = context;
        strings = cells == JsonCells.STRINGS;
        readers = header.types().stream()
                .map(type -> TextReader.of(type, strings ? TextStyle.RAW : TextStyle.JSON, context.text()))
                .toArray(TextReader[]::new);
    }

    int width() {
        return readers.length;
    }

    void bind(ColumnBuilder[] newBuilders) {
        builders = newBuilders;
        for (int i = 0; i < readers.length; i++) {
            readers[i].bind(newBuilders[i]);
        }
    }

    /** Appends what a row has not told. */
    void appendDefault(int index) {
        builders[index].appendDefault();
    }

    /** Appends a text that is not in the input as a value, such as a row's name. */
    void append(int index, byte[] bytes, int from, int to) {
        readers[index].append(bytes, from, to);
    }

    /** Reads the value at the cursor. */
    void read(TextCursor in, int index) {
        if (!strings) {
            readers[index].read(in);
            return;
        }
        in.next(TextStyle.JSON, context.text());
        boolean nothing = in.kind == TextCursor.Kind.NULL
                || header.type(index).isNullable() && (is(in, NULL) || is(in, SMALL_NULL));
        if (nothing) {
            in.defaulted = !header.type(index).isNullable();
            builders[index].appendDefault();
        } else {
            readers[index].append(in.token, in.from, in.to);
        }
    }

    private static boolean is(TextCursor in, byte[] word) {
        return Arrays.equals(in.token, in.from, in.to, word, 0, word.length);
    }

    /** Reads the list of names and types at the cursor; types that differ from the wanted ones are an error. */
    private List<String> readMeta(TextCursor in) {
        List<String> names = new ArrayList<>();
        boolean check = context.settings().get(JsonSettings.VALIDATE_TYPES);
        in.expect('[');
        in.skipSpace();
        while (in.peek() != ']') {
            in.expect('{');
            String name = "";
            String type = "";
            in.skipSpace();
            while (in.peek() != '}') {
                String key = string(in);
                in.skipSpace();
                in.expect(':');
                in.skipSpace();
                switch (key) {
                    case "name" -> name = string(in);
                    case "type" -> type = string(in);
                    default -> JsonTokens.skip(in);
                }
                comma(in, '}');
            }
            in.at++;
            comma(in, ']');
            names.add(name);
            OptionalInt index = header.find(name);
            if (check && index.isPresent()) {
                check(name, TypeParser.parse(type), header.type(index.getAsInt()));
            }
        }
        in.at++;
        return names;
    }

    private static void check(String name, DataType given, DataType wanted) {
        if (!given.equals(wanted)) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "Type of '" + name + "' must be " + wanted.name() + ", not " + given.name());
        }
    }

    /** Skips a comma and blanks; in front of the closing bracket nothing else may stand. */
    static void comma(TextCursor in, char close) {
        in.skipSpace();
        if (in.peek() == ',') {
            in.at++;
            in.skipSpace();
        } else if (in.bytes[in.at] != close) {
            throw in.expected(',');
        }
    }

    /** A string at the cursor. */
    static String string(TextCursor in) {
        if (in.peek() != '"') {
            throw in.expected('"');
        }
        JsonTokens.string(in);
        return new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
    }

    /** Moves into a document, behind the bracket with which its data begins; returns the names of its columns. */
    List<String> openData(TextCursor in, char bracket) {
        in.skipSpace();
        in.expect('{');
        in.skipSpace();
        boolean described = false;
        List<String> names = List.of();
        while (true) {
            String key = string(in);
            in.skipSpace();
            in.expect(':');
            in.skipSpace();
            if (key.equals("data")) {
                if (!described && context.settings().get(JsonSettings.VALIDATE_TYPES)) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "Expected field \"meta\" with columns names and types, found field data");
                }
                in.expect(bracket);
                return names;
            }
            if (key.equals("meta")) {
                described = true;
                names = readMeta(in);
            } else {
                JsonTokens.skip(in);
            }
            in.skipSpace();
            in.expect(',');
            in.skipSpace();
        }
    }
}
