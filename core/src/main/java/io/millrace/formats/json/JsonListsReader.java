package io.millrace.formats.json;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.JsonTokens;
import io.millrace.formats.FormatContext;
import io.millrace.formats.text.InputNames;
import io.millrace.formats.text.TextRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads rows that are lists, perhaps behind lists of names and types, or in the data of a document. */
final class JsonListsReader extends TextRows {
    private final JsonFields fields;
    private final int heads;
    private final boolean document;
    private final boolean anyWidth;
    private int[] columns;
    private int[] missing = {};
    private long rowNumber;

    JsonListsReader(
            ByteSource source, Header header, FormatContext context, JsonCells cells, int heads, boolean document) {
        super(source, header, context);
        this.heads = heads;
        this.document = document;
        fields = new JsonFields(header, context, cells);
        anyWidth = context.settings().get(JsonSettings.VARIABLE_WIDTH);
        columns = IntStream.range(0, header.width()).toArray();
    }

    @Override
    protected void bind(ColumnBuilder[] newBuilders) {
        fields.bind(newBuilders);
    }

    @Override
    protected void head() {
        if (document) {
            List<String> described = fields.openData(in, '[');
            if (!described.isEmpty()) {
                use(InputNames.of(described, header, context));
            }
        }
        in.skipSpace();
        if (heads > 0 && !atEnd()) {
            use(InputNames.of(texts(), header, context));
            if (heads > 1) {
                in.skipSpace();
                texts();
            }
        }
    }

    private void use(InputNames names) {
        columns = names.columns();
        missing = names.missing();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        in.expect('[');
        in.skipSpace();
        while (in.peek() != ']') {
            texts.add(JsonFields.string(in));
            JsonFields.comma(in, ']');
        }
        in.at++;
        return texts;
    }

    @Override
    protected boolean row() {
        column = -1;
        in.skipSpace();
        while (in.at < in.limit && (in.bytes[in.at] == ',' || in.bytes[in.at] == ';')) {
            in.at++;
            in.skipSpace();
        }
        if (atEnd()) {
            if (document && rowNumber > 0) {
                throw in.expected(']');
            }
            return false;
        }
        if (document && in.bytes[in.at] == ']') {
            return false;
        }
        rowNumber++;
        in.expect('[');
        in.skipSpace();
        int given = 0;
        for (; given < columns.length && !(anyWidth && in.peek() == ']'); given++) {
            if (given > 0) {
                in.expect(',');
                in.skipSpace();
            }
            value(columns[given]);
            in.skipSpace();
            if (anyWidth && in.peek() == ']') {
                given++;
                break;
            }
        }
        rest(given);
        return true;
    }

    private void value(int index) {
        column = index;
        valueStart = in.at;
        if (index < 0) {
            JsonTokens.skip(in);
        } else {
            fields.read(in, index);
            if (in.defaulted) {
                markDefault(index);
            }
        }
        column = -1;
    }

    private void rest(int given) {
        while (anyWidth && in.peek() == ',') {
            in.at++;
            JsonTokens.skip(in);
            in.skipSpace();
        }
        in.expect(']');
        for (int i = given; i < columns.length; i++) {
            makeUp(columns[i]);
        }
        for (int index : missing) {
            makeUp(index);
        }
    }

    private void makeUp(int index) {
        if (index >= 0) {
            fields.appendDefault(index);
            markDefault(index);
        }
    }
}
