package io.millrace.formats.json;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.JsonTokens;
import io.millrace.data.serde.TextCursor;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.Arrays;
import java.util.Optional;

/** Reads a list per column: by name, by position, or those in the data of a document. The input is one block. */
final class JsonColumnsReader implements BlockReader {
    /** Where the lists stand. */
    enum Place {
        NAMED,
        POSITIONS,
        DOCUMENT
    }

    private final ByteSource source;
    private final Header header;
    private final FormatContext context;
    private final Place place;
    private final JsonFields fields;
    private final TextCursor in = new TextCursor();
    private DefaultedCells cells = DefaultedCells.NONE;
    private boolean done;

    JsonColumnsReader(ByteSource source, Header header, FormatContext context, Place place) {
        this.source = source;
        this.header = header;
        this.context = context;
        this.place = place;
        fields = new JsonFields(header, context, JsonCells.VALUES);
    }

    @Override
    public DefaultedCells defaulted() {
        return cells;
    }

    @Override
    public Optional<Block> read(int maxRows, long maxBytes) {
        if (done) {
            return Optional.empty();
        }
        done = true;
        boolean more = true;
        while (more) {
            more = source.fill();
        }
        if (source.available() == 0) {
            return Optional.empty();
        }
        // one byte more, so that a word at the end is known to be complete
        byte[] whole = Arrays.copyOfRange(source.array(), source.position(), source.limit() + 1);
        whole[whole.length - 1] = '\n';
        source.seek(source.limit());
        in.over(whole, 0, whole.length);
        ColumnBuilder[] builders = header.newBuilders(1024);
        fields.bind(builders);
        cells = context.trackDefaults() ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
        int rows = lists(builders);
        return rows == 0 ? Optional.empty() : Optional.of(Block.of(header, builders));
    }

    private int lists(ColumnBuilder[] builders) {
        boolean named = place != Place.POSITIONS;
        in.skipSpace();
        if (place == Place.DOCUMENT) {
            fields.openData(in, '{');
        } else {
            in.expect(named ? '{' : '[');
        }
        in.skipSpace();
        char close = named ? '}' : ']';
        int rows = -1;
        boolean[] seen = new boolean[builders.length];
        for (int i = 0; in.peek() != close; i++) {
            int index = named ? index() : i < seen.length ? i : unknown("at position " + i);
            if (index >= 0 && seen[index]) {
                throw new DbException(ErrorCode.INCORRECT_DATA, "Duplicate column: " + header.name(index));
            }
            int length = list(index);
            if (rows >= 0 && length != rows) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Number of rows differ in different columns: " + rows + " and " + length);
            }
            rows = length;
            if (index >= 0) {
                seen[index] = true;
            }
            JsonFields.comma(in, close);
        }
        for (int i = 0; i < seen.length; i++) {
            for (int row = 0; !seen[i] && row < rows; row++) {
                makeUp(i, row);
            }
        }
        return Math.max(0, rows);
    }

    private int index() {
        String name = JsonFields.string(in);
        in.skipSpace();
        in.expect(':');
        in.skipSpace();
        int index = header.find(name).orElse(-1);
        return index >= 0 ? index : unknown(name);
    }

    private int unknown(String name) {
        if (!context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS)) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Unknown column found in input data: " + name);
        }
        return -1;
    }

    /** Reads a list into a column, or skips it; returns its length. */
    private int list(int index) {
        in.expect('[');
        in.skipSpace();
        int rows = 0;
        while (in.peek() != ']') {
            if (index < 0) {
                JsonTokens.skip(in);
            } else {
                fields.read(in, index);
                if (in.defaulted) {
                    mark(index, rows);
                }
            }
            rows++;
            JsonFields.comma(in, ']');
        }
        in.at++;
        return rows;
    }

    private void makeUp(int index, int row) {
        fields.appendDefault(index);
        mark(index, row);
    }

    private void mark(int index, int row) {
        in.defaulted = false;
        if (context.trackDefaults()) {
            cells.mark(index, row);
        }
    }
}
