package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A block in the making from columns that an input names: found by name, cast to what is wanted, defaults where there is none. Used for one block. */
public final class MatchedColumns {
    private final Header header;
    private final FormatContext context;
    private final boolean anyCase;
    private final boolean mayMiss;
    private final List<Optional<Column>> found = new ArrayList<>();
    private final DefaultedCells cells;

    /**
     * @param anyCase whether names match whatever the case of their letters
     * @param mayMiss whether columns that the input does not have get defaults
     */
    public MatchedColumns(Header header, FormatContext context, boolean anyCase, boolean mayMiss) {
        this.header = header;
        this.context = context;
        this.anyCase = anyCase;
        this.mayMiss = mayMiss;
        cells = context.trackDefaults() ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
        for (int i = 0; i < header.width(); i++) {
            found.add(Optional.empty());
        }
    }

    /** The column wanted for a name; empty if there is none and that is no error. */
    public OptionalInt find(String name) {
        OptionalInt exact = header.find(name);
        if (exact.isPresent()) {
            return exact;
        }
        for (int i = 0; i < header.width() && anyCase; i++) {
            if (header.name(i).equalsIgnoreCase(name)) {
                return OptionalInt.of(i);
            }
        }
        if (!context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS)) {
            throw new DbException(
                    ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                    "Unknown column with name " + name + " found while reading the input");
        }
        return OptionalInt.empty();
    }

    /** Takes a column of the input for the wanted column, cast to its type. */
    public void set(int index, Column column, DataType type) {
        found.set(index, Optional.of(ColumnCast.cast(column, type, header.type(index), context)));
    }

    /** The wanted columns; those that the input did not have hold defaults. */
    public Block block(int rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            columns.add(found.get(i).isPresent() ? found.get(i).get() : missing(i, rows));
        }
        return new Block(header, columns, rows);
    }

    public DefaultedCells cells() {
        return cells;
    }

    private Column missing(int index, int rows) {
        if (!mayMiss) {
            throw new DbException(
                    ErrorCode.THERE_IS_NO_COLUMN,
                    "Column '" + header.name(index) + "' is not presented in input data.");
        }
        ColumnBuilder builder = ColumnBuilder.of(header.type(index), rows);
        builder.appendDefaults(rows);
        for (int row = 0; row < rows && context.trackDefaults(); row++) {
            cells.mark(index, row);
        }
        return builder.build();
    }
}
