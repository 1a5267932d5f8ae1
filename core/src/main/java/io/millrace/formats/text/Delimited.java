package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ReadSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of delimited fields: TabSeparated and CSV, with or without lines of names and types. */
final class Delimited extends TextRows {
    /** Lines in front of the data. */
    enum Head {
        NONE,
        NAMES,
        NAMES_AND_TYPES
    }

    private final TextStyle style;
    private final Head head;
    private final byte delimiter;
    private final boolean crlf;
    private final boolean skipEmptyLines;
    private final boolean anyWidth;
    private final TextReader[] readers;
    /** Column of each field; -1 for fields that the table does not have. */
    private int[] fields;

    private int[] missing = {};
    private ColumnBuilder[] builders = {};

    Delimited(ByteSource source, Header header, FormatContext context, TextStyle style, Head head) {
        super(source, header, context);
        this.style = style;
        this.head = head;
        boolean csv = style == TextStyle.CSV;
        delimiter = csv ? context.text().csvDelimiter() : (byte) '\t';
        crlf = csv || context.settings().get(FormatSettings.TSV_CRLF_INPUT);
        skipEmptyLines =
                context.settings().get(csv ? ReadSettings.CSV_TRAILING_EMPTY : ReadSettings.TSV_TRAILING_EMPTY);
        anyWidth = context.settings().get(csv ? ReadSettings.CSV_VARIABLE_WIDTH : ReadSettings.TSV_VARIABLE_WIDTH);
        readers = header.types().stream()
                .map(type -> TextReader.of(type, style, context.text()))
                .toArray(TextReader[]::new);
        fields = new int[header.width()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = i;
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
        if (in.limit - in.at >= 3 && in.bytes[in.at] == (byte) 0xEF && in.bytes[in.at + 1] == (byte) 0xBB) {
            in.at += 3;
        }
        in.carriageReturns = crlf;
        skipLines();
        refuseCarriageReturns();
        if (head == Head.NONE) {
            detectHead();
            return;
        }
        if (atEnd()) {
            return;
        }
        List<String> names = line();
        if (context.settings().get(ReadSettings.WITH_NAMES_HEADER)) {
            useNames(names);
        }
        if (head == Head.NAMES_AND_TYPES) {
            List<String> types = line();
            if (context.settings().get(ReadSettings.WITH_TYPES_HEADER)) {
                checkTypes(types);
            }
        }
    }

    private void skipLines() {
        long lines = context.settings()
                .get(style == TextStyle.CSV ? ReadSettings.CSV_SKIP_LINES : ReadSettings.TSV_SKIP_LINES);
        for (long i = 0; i < lines && !atEnd(); i++) {
            while (in.peek() != '\n') {
                in.at++;
            }
            in.at++;
        }
    }

    /** Lines from DOS are refused, as they would end up in the last column. */
    private void refuseCarriageReturns() {
        if (crlf || style != TextStyle.ESCAPED) {
            return;
        }
        int end = in.at;
        while (end < in.limit && in.bytes[end] != '\n') {
            end++;
        }
        boolean escaped = end - 2 >= in.at && in.bytes[end - 2] == '\\';
        if (end < in.limit && end > in.at && in.bytes[end - 1] == '\r' && !escaped) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "\nYou have carriage return (\\r, 0x0D, ASCII 13) at end of first row."
                            + "\nIt's like your input data has DOS/Windows style line separators, that are illegal in"
                            + " TabSeparated format. You must transform your file to Unix format."
                            + "\nBut if you really need carriage return at end of string value of last column, you need to escape"
                            + " it as \\r\nor else enable setting 'input_format_tsv_crlf_end_of_line'");
        }
    }

    /** Skips a first line that consists of column names, in whatever order. */
    private void detectHead() {
        boolean wanted = context.settings()
                .get(style == TextStyle.CSV ? FormatSettings.CSV_DETECT_HEADER : FormatSettings.TSV_DETECT_HEADER);
        if (!wanted || header.width() == 0 || atEnd()) {
            return;
        }
        int start = in.at;
        in.next(style, context.text());
        boolean candidate = header.find(token()).isPresent();
        in.at = start;
        if (!candidate) {
            return;
        }
        List<String> names = line();
        if (names.stream().allMatch(name -> header.find(name).isPresent())) {
            useNames(names);
        } else {
            in.at = start;
        }
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        while (true) {
            in.next(style, context.text());
            String cell = token();
            boolean more = in.peek() == delimiter;
            if (more) {
                in.at++;
            } else {
                lineEnd();
            }
            cells.add(!more && crlf && cell.endsWith("\r") ? cell.substring(0, cell.length() - 1) : cell);
            if (!more) {
                return cells;
            }
        }
    }

    private String token() {
        return new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8);
    }

    private void useNames(List<String> names) {
        List<String> columns =
                style == TextStyle.CSV && context.text().reading().csvTupleCells() ? tuplesFolded(names) : names;
        InputNames found = InputNames.of(columns, header, context);
        fields = found.columns();
        missing = found.missing();
    }

    /** The names of a tuple's cells, t.1 and t.2, become the tuple's name. */
    private List<String> tuplesFolded(List<String> names) {
        List<String> folded = new ArrayList<>();
        int i = 0;
        while (i < names.size()) {
            String name = names.get(i);
            int cells = 1;
            for (Header.Field field : header.fields()) {
                List<String> leaves = new ArrayList<>();
                CsvCells.flatten(field.name(), field.type(), leaves, new ArrayList<>());
                int end = i + leaves.size();
                if (leaves.size() > 0
                        && !leaves.getFirst().equals(field.name())
                        && end <= names.size()
                        && names.subList(i, end).equals(leaves)) {
                    name = field.name();
                    cells = leaves.size();
                }
            }
            folded.add(name);
            i += cells;
        }
        return folded;
    }

    private void checkTypes(List<String> types) {
        if (style == TextStyle.CSV && types.size() != fields.length) {
            return; // the types of a tuple's cells
        }
        if (types.size() != fields.length) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA, "The number of data types differs from the number of column names");
        }
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] >= 0 && !TypeParser.parse(types.get(i)).equals(header.type(fields[i]))) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Type of '" + header.name(fields[i]) + "' must be "
                                + header.type(fields[i]).name() + ", not " + types.get(i));
            }
        }
    }

    @Override
    protected boolean row() {
        column = -1;
        if (atEnd()) {
            return false;
        }
        if (skipEmptyLines && onlyEmptyLines()) {
            return false;
        }
        if (anyWidth) {
            rowOfAnyWidth();
            return true;
        }
        TextCursor cursor = in;
        int last = fields.length - 1;
        for (int i = 0; i <= last; i++) {
            int index = fields[i];
            column = index;
            valueStart = cursor.at;
            if (index >= 0) {
                readers[index].read(cursor);
                if (cursor.defaulted) {
                    markDefault(index);
                }
            } else {
                cursor.next(style, context.text());
            }
            if (i < last) {
                cursor.expect((char) delimiter);
            }
        }
        lineEnd();
        makeUpMissing();
        return true;
    }

    private void makeUpMissing() {
        for (int index : missing) {
            makeUp(index);
        }
    }

    private void makeUp(int index) {
        if (index >= 0) {
            builders[index].appendDefault();
            markDefault(index);
        }
    }

    private boolean onlyEmptyLines() {
        int start = in.at;
        while (in.at < in.limit && (in.bytes[in.at] == '\n' || in.bytes[in.at] == '\r')) {
            in.at++;
        }
        boolean end = in.at > start && atEnd();
        in.at = end ? in.at : start;
        return end;
    }

    /** Fields that a line does not have get defaults, those too many are skipped. */
    private void rowOfAnyWidth() {
        int given = 0;
        boolean more = true;
        while (more) {
            int index = given < fields.length ? fields[given] : -1;
            column = index;
            valueStart = in.at;
            boolean nothing = given > 0 && (in.peek() == '\n' || in.peek() == '\r');
            if (index >= 0 && !nothing) {
                readers[index].read(in);
                if (in.defaulted) {
                    markDefault(index);
                }
            } else if (index >= 0) {
                makeUp(index);
            } else if (!nothing) {
                in.next(style, context.text());
            }
            given++;
            more = in.peek() == delimiter;
            in.at += more ? 1 : 0;
        }
        column = -1;
        lineEnd();
        for (int i = given; i < fields.length; i++) {
            makeUp(fields[i]);
        }
        makeUpMissing();
    }

    @Override
    protected char behindValue(byte first) {
        boolean last = column == fields[fields.length - 1];
        return last ? '\n' : (char) delimiter;
    }

    private void lineEnd() {
        byte b = in.peek();
        if (b == '\r' && style == TextStyle.CSV) {
            in.at++;
            b = in.peek();
            if (b != '\n') {
                if (!context.settings().get(ReadSettings.CSV_CR)) {
                    throw new DbException(
                            ErrorCode.INCORRECT_DATA,
                            "Cannot parse CSV format: found \\r (CR) not followed by \\n (LF). Line must end by \\n (LF) or"
                                    + " \\r\\n (CR LF) or \\n\\r.");
                }
                return;
            }
        }
        if (b == delimiter && style == TextStyle.CSV && in.at + 1 < in.limit && in.bytes[in.at + 1] == '\n') {
            in.at++;
        }
        if (style == TextStyle.CSV && in.peek() == delimiter) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Expected end of line, found a further field");
        }
        in.expect('\n');
    }
}
