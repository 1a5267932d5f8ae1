package io.millrace.formats.template;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextCursor;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import io.millrace.formats.text.InputNames;
import io.millrace.formats.text.TextRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads rows that follow a pattern. */
final class PatternReader extends TextRows {
    /** What stands around the rows. */
    record Frame(byte[] prefix, byte[] between, byte[] suffix, boolean ignoreSpaces) {}

    private final Frame frame;
    /** 0 for none, 1 for names, 2 for names and types in front. */
    private final int heads;

    private final boolean detect;
    private RowPattern pattern;
    private TextReader[] readers = {};
    private TextOptions[] options = {};
    private int[] missing;
    private ColumnBuilder[] builders = {};
    private boolean first = true;

    PatternReader(
            ByteSource source,
            Header header,
            FormatContext context,
            RowPattern pattern,
            Frame frame,
            int heads,
            boolean detect) {
        super(source, header, context);
        this.frame = frame;
        this.heads = heads;
        this.detect = detect;
        this.pattern = pattern;
        pattern.checkReadable();
        missing = InputNames.missing(pattern.columns(), header.width());
        use(pattern);
    }

    private void use(RowPattern newPattern) {
        pattern = newPattern;
        readers = new TextReader[pattern.width()];
        options = new TextOptions[pattern.width()];
        for (int i = 0; i < readers.length; i++) {
            byte[] behind = pattern.delimiters().get(i + 1);
            TextOptions text = context.text();
            options[i] = behind.length > 0 && behind[0] != '\n' && behind[0] != '\r'
                    ? text.withCsvDelimiter(behind[0])
                    : text;
            int index = pattern.columns()[i];
            readers[i] = TextReader.of(index < 0 ? Types.STRING : header.type(index), pattern.styles()[i], options[i]);
        }
        if (builders.length > 0) {
            bind(builders);
        }
    }

    @Override
    protected void bind(ColumnBuilder[] newBuilders) {
        builders = newBuilders;
        for (int i = 0; i < readers.length; i++) {
            if (pattern.columns()[i] >= 0) {
                readers[i].bind(newBuilders[pattern.columns()[i]]);
            }
        }
    }

    @Override
    protected void head() {
        first = true;
        skipSpaces();
        literal(frame.prefix());
        if (heads > 0) {
            useNames(line());
        } else if (detect && detected()) {
            useNames(line());
        }
        if (heads > 1) {
            separate();
            line();
        }
    }

    private boolean detected() {
        int start = in.at;
        boolean found;
        try {
            List<String> names = line();
            found = names.stream().allMatch(name -> header.find(name).isPresent());
        } catch (DbException e) {
            if (in.starved) {
                throw e;
            }
            found = false;
        }
        in.at = start;
        first = true;
        return found;
    }

    private void useNames(List<String> names) {
        InputNames found = InputNames.of(names, header, context);
        missing = found.missing();
        use(pattern.with(found.columns()));
    }

    private List<String> line() {
        separate();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pattern.width(); i++) {
            literal(pattern.delimiters().get(i));
            token(i);
            texts.add(new String(in.token, in.from, in.to - in.from, StandardCharsets.UTF_8));
        }
        literal(pattern.delimiters().getLast());
        return texts;
    }

    private void skipSpaces() {
        if (frame.ignoreSpaces()) {
            in.skipSpace();
        }
    }

    private void separate() {
        if (!first) {
            literal(frame.between());
        }
        first = false;
    }

    private void literal(byte[] expected) {
        skipSpaces();
        for (byte b : expected) {
            if (frame.ignoreSpaces() && (b == ' ' || b == '\t' || b == '\n')) {
                skipSpaces();
                continue;
            }
            in.expect((char) (b & 0xFF));
        }
        skipSpaces();
    }

    /** Whether a text stands here; asks for more when that is not known. */
    private boolean isAt(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (in.at + i >= in.limit) {
                throw in.incomplete();
            }
            if (in.bytes[in.at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected boolean row() {
        column = -1;
        skipSpaces();
        if (ends()) {
            return false;
        }
        boolean wasFirst = first;
        try {
            separate();
            fields();
        } catch (DbException e) {
            first = wasFirst;
            throw e;
        }
        for (int index : missing) {
            builders[index].appendDefault();
            markDefault(index);
        }
        return true;
    }

    /** At the end, or in front of the last text, perhaps with a line end behind. */
    private boolean ends() {
        if (atEnd()) {
            return true;
        }
        byte[] suffix = frame.suffix();
        boolean blank = suffix.length == 0 && in.bytes[in.at] == '\n' && frame.between().length > 0;
        if (suffix.length == 0 && !blank) {
            return false;
        }
        int start = in.at;
        int behind = start + suffix.length;
        if (in.limit - start < suffix.length || !isAt(suffix)) {
            return false;
        }
        in.at = behind;
        in.skipSpace();
        boolean last = atEnd();
        in.at = last ? in.at : start;
        return last;
    }

    private void fields() {
        TextCursor cursor = in;
        for (int i = 0; i < readers.length; i++) {
            literal(pattern.delimiters().get(i));
            int index = pattern.columns()[i];
            column = index;
            valueStart = cursor.at;
            if (index < 0) {
                token(i);
            } else if (pattern.styles()[i] == TextStyle.RAW) {
                token(i);
                readers[i].append(in.token, in.from, in.to);
            } else {
                byte[] behind = pattern.delimiters().get(i + 1);
                cursor.stop = behind.length > 0 ? behind[0] : 0;
                readers[i].read(cursor);
                cursor.stop = 0;
                if (cursor.defaulted) {
                    markDefault(index);
                }
            }
        }
        column = -1;
        literal(pattern.delimiters().getLast());
    }

    /** The text of a field as token. */
    private void token(int field) {
        byte[] behind = pattern.delimiters().get(field + 1);
        if (pattern.styles()[field] != TextStyle.RAW) {
            in.stop = behind.length > 0 ? behind[0] : 0;
            in.next(pattern.styles()[field], options[field]);
            in.stop = 0;
            return;
        }
        int start = in.at;
        while (!isAt(behind)) {
            in.at++;
        }
        in.token = in.bytes;
        in.from = start;
        in.to = in.at;
    }
}
