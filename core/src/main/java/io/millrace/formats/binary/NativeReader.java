package io.millrace.formats.binary;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.BlockReader;
import io.millrace.formats.ColumnCast;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads blocks of the Native format (revision 0); columns are matched by name and converted when the types differ. */
final class NativeReader implements BlockReader {
    private static final int MAX_COLUMNS = 1_000_000;
    private static final int MAX_ROWS = 1 << 28;

    private final ByteSource source;
    private final Header header;
    private final FormatContext context;
    private final Map<String, DataType> types = new HashMap<>();
    private Optional<Block> rest = Optional.empty();
    private DefaultedCells cells = DefaultedCells.NONE;

    NativeReader(ByteSource source, Header header, FormatContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
    }

    @Override
    public DefaultedCells defaulted() {
        return cells;
    }

    @Override
    public Optional<Block> read(int maxRows, long maxBytes) {
        while (rest.isEmpty()) {
            if (source.atEnd()) {
                return Optional.empty();
            }
            Block block = block();
            rest = block.rows() == 0 ? Optional.empty() : Optional.of(block);
        }
        Block block = rest.get();
        // the marks are those of the whole block, so it is only cut when nobody asks for them
        if (block.rows() <= maxRows || context.trackDefaults()) {
            rest = Optional.empty();
            return Optional.of(block);
        }
        rest = Optional.of(block.slice(maxRows, block.rows()));
        return Optional.of(block.slice(0, maxRows));
    }

    private Block block() {
        long begin = source.consumed();
        int columns = source.getSize(MAX_COLUMNS);
        int rows = source.getSize(MAX_ROWS);
        List<Optional<Column>> found = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            found.add(Optional.empty());
        }
        for (int i = 0; i < columns; i++) {
            String name = source.getString();
            try {
                column(name, rows, found);
            } catch (DbException e) {
                DbException named = e.code() == ErrorCode.ATTEMPT_TO_READ_AFTER_EOF
                        ? new DbException(
                                ErrorCode.CANNOT_READ_ALL_DATA,
                                "Cannot read all data in NativeReader. Rows expected: " + rows)
                        : e;
                throw named.during("(while reading column " + name + ")");
            }
        }
        // every value takes a byte at least, so a count that is not borne out by bytes would only cost memory for
        // defaults
        if (rows > source.consumed() - begin) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "A block of Native format says that it has " + rows + " rows, but there is no column with so many");
        }
        cells = context.trackDefaults() ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            result.add(found.get(i).isPresent() ? found.get(i).get() : missing(i, rows));
        }
        return new Block(header, result, rows);
    }

    private void column(String name, int rows, List<Optional<Column>> found) {
        String typeText = source.getString();
        DataType type = types.computeIfAbsent(typeText, TypeParser::parse);
        OptionalInt index = header.find(name);
        if (index.isEmpty() && !context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS)) {
            throw new DbException(
                    ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                    "Unknown column with name " + name + " found while reading data in Native format");
        }
        boolean nested = type instanceof DataType.TupleType
                || type instanceof DataType.ArrayType
                || type instanceof DataType.MapType;
        ColumnBuilder builder = ColumnBuilder.of(type, Math.min(rows, nested ? 256 : 65_536));
        if (rows > 0) {
            Serialization serialization = Serialization.of(type, context.states());
            serialization.readPrefix(source);
            serialization.readBulk(source, rows, builder);
        }
        if (index.isPresent()) {
            int at = index.getAsInt();
            found.set(at, Optional.of(ColumnCast.cast(builder.build(), type, header.type(at), context)));
        }
    }

    private Column missing(int index, int rows) {
        ColumnBuilder builder = ColumnBuilder.of(header.type(index), rows);
        builder.appendDefaults(rows);
        if (context.trackDefaults()) {
            for (int row = 0; row < rows; row++) {
                cells.mark(index, row);
            }
        }
        return builder.build();
    }
}
