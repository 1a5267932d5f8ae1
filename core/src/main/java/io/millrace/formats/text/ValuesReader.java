package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.formats.ExpressionEvaluator;
import io.millrace.formats.FormatContext;
import io.millrace.formats.ReadSettings;
import java.nio.charset.StandardCharsets;

/** Reads {@code (1,'x'),(2,'y')}; a value that is no plain literal is evaluated as an SQL expression. */
final class ValuesReader extends TextRows {
    /** How much of wrong input an error shows. */
    private static final int SHOWN_BYTES = 100;

    private final TextReader[] readers;
    private ColumnBuilder[] builders = {};

    ValuesReader(ByteSource source, Header header, FormatContext context) {
        super(source, header, context);
        readers = header.types().stream()
                .map(type -> TextReader.of(type, TextStyle.QUOTED, context.text()))
                .toArray(TextReader[]::new);
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
        skipSeparators();
        if (atEnd()) {
            return false;
        }
        in.expect('(');
        for (int i = 0; i < readers.length; i++) {
            column = i;
            if (i > 0) {
                behindValue(',', i - 1);
            }
            in.skipSpace();
            value(i);
            in.skipSpace();
        }
        in.skipSpace();
        behindValue(')', readers.length - 1);
        return true;
    }

    /** What a value and its mark are not, is taken for an expression, and then it is a wrong one. */
    private void behindValue(char mark, int index) {
        if (in.at < in.limit && in.bytes[in.at] != mark && readsExpressions()) {
            int end = Math.min(in.limit, in.at + SHOWN_BYTES);
            throw new DbException(
                    ErrorCode.SYNTAX_ERROR,
                    "Cannot parse expression of type " + header.type(index).name() + " here: "
                            + new String(in.bytes, in.at, end - in.at, StandardCharsets.UTF_8));
        }
        in.expect(mark);
    }

    private boolean readsExpressions() {
        return context.settings().get(ReadSettings.INTERPRET_EXPRESSIONS)
                || context.settings().get(ReadSettings.DEDUCE_TEMPLATES);
    }

    @Override
    protected boolean rowsAreLines() {
        return false;
    }

    private void skipSeparators() {
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
    }

    private void value(int index) {
        int start = in.at;
        int rows = builders[index].rows();
        if (startsDefault(start)) {
            builders[index].appendDefault();
            markDefault(index);
            in.at += "DEFAULT".length();
            return;
        }
        boolean expressions = readsExpressions();
        try {
            readers[index].read(in);
            if (in.defaulted) {
                markDefault(index);
            }
            in.skipSpace();
            byte next = in.peek();
            if (next == ',' || next == ')') {
                return;
            }
        } catch (DbException e) {
            if (in.starved || !expressions) {
                throw e;
            }
        }
        if (!expressions) {
            throw in.expected(index == readers.length - 1 ? ')' : ',');
        }
        builders[index].truncate(rows);
        in.at = start;
        expression(index);
    }

    private boolean startsDefault(int start) {
        String word = "default";
        if (in.limit - start <= word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((in.bytes[start + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        byte next = in.bytes[start + word.length()];
        return next == ',' || next == ')' || next == ' ';
    }

    private void expression(int index) {
        ExpressionEvaluator.Value value;
        try {
            value = context.constants().evaluate(in.bytes, in.at, in.limit, header.type(index));
        } catch (DbException e) {
            if (e.code() == ErrorCode.ATTEMPT_TO_READ_AFTER_EOF) {
                throw in.incomplete();
            }
            throw e;
        }
        builders[index].append(value.column(), 0);
        in.at = value.end();
    }
}
