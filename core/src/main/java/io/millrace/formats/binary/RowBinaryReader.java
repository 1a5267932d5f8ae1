package io.millrace.formats.binary;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads RowBinary, with or without names and types in front. */
final class RowBinaryReader implements BlockReader {
    private static final int MAX_COLUMNS = 100_000;

    /** One value in each row: its bytes, and the column it goes to (-1: none). */
    private record Part(Serialization serialization, int index, DataType type) {}

    private final ByteSource source;
    private final Header header;
    private final FormatContext context;
    private final boolean names;
    private final boolean types;
    private List<Part> parts = List.of();
    private boolean started;
    private long rowsBefore;
    private DefaultedCells cells = DefaultedCells.NONE;

    RowBinaryReader(ByteSource source, Header header, FormatContext context, boolean names, boolean types) {
        this.source = source;
        this.header = header;
        this.context = context;
        this.names = names;
        this.types = types;
    }

    @Override
    public DefaultedCells defaulted() {
        return cells;
    }

    @Override
    public Optional<Block> read(int maxRows, long maxBytes) {
        if (source.atEnd()) {
            return Optional.empty();
        }
        if (!started) {
            parts = head();
            started = true;
        }
        ColumnBuilder[] builders = header.newBuilders(Math.min(maxRows, 8192));
        cells = context.trackDefaults() ? new DefaultedCells(header.width()) : DefaultedCells.NONE;
        ColumnBuilder[] targets = new ColumnBuilder[parts.size()];
        boolean[] filled = new boolean[builders.length];
        for (int i = 0; i < targets.length; i++) {
            Part part = parts.get(i);
            targets[i] = part.index() < 0 ? ColumnBuilder.of(part.type(), 1) : builders[part.index()];
            if (part.index() >= 0) {
                filled[part.index()] = true;
            }
        }
        Serialization[] serializations = parts.stream().map(Part::serialization).toArray(Serialization[]::new);
        int rows = 0;
        long end = source.consumed() + maxBytes;
        while (rows < maxRows && source.consumed() < end && !source.atEnd()) {
            int column = 0;
            long before = source.consumed();
            try {
                for (; column < serializations.length; column++) {
                    serializations[column].readRow(source, targets[column]);
                }
            } catch (DbException e) {
                throw e.during("(at row " + (rowsBefore + rows + 1) + ")\n");
            }
            rows++;
            if (source.consumed() == before) {
                throw new DbException(ErrorCode.INCORRECT_DATA, "Rows of RowBinary without columns, or without bytes");
            }
            clearSkipped(targets);
        }
        rowsBefore += rows;
        for (int i = 0; i < builders.length; i++) {
            if (!filled[i]) {
                builders[i].appendDefaults(rows);
                mark(i, rows);
            }
        }
        return rows == 0 ? Optional.empty() : Optional.of(Block.of(header, builders));
    }

    private void clearSkipped(ColumnBuilder[] targets) {
        for (int i = 0; i < targets.length; i++) {
            if (parts.get(i).index() < 0) {
                targets[i].truncate(0);
            }
        }
    }

    private void mark(int index, int rows) {
        if (context.trackDefaults()) {
            for (int row = 0; row < rows; row++) {
                cells.mark(index, row);
            }
        }
    }

    private List<Part> head() {
        List<Part> result = new ArrayList<>();
        if (!names) {
            for (int i = 0; i < header.width(); i++) {
                result.add(new Part(Serialization.of(header.type(i), context.states()), i, header.type(i)));
            }
            return result;
        }
        int count = source.getSize(MAX_COLUMNS);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(source.getString());
        }
        for (int i = 0; i < count; i++) {
            OptionalInt index = header.find(found.get(i));
            Optional<DataType> type = types ? Optional.of(TypeParser.parse(source.getString())) : Optional.empty();
            result.add(part(found.get(i), index, type));
        }
        return result;
    }

    private Part part(String name, OptionalInt index, Optional<DataType> type) {
        boolean skip = context.settings().get(FormatSettings.SKIP_UNKNOWN_FIELDS);
        if (index.isEmpty() && (type.isEmpty() || !skip)) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Unknown field found in RowBinary header: " + name);
        }
        if (index.isPresent() && type.isPresent() && !type.get().equals(header.type(index.getAsInt()))) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "Type of '" + name + "' must be "
                            + header.type(index.getAsInt()).name() + ", not "
                            + type.get().name());
        }
        DataType real = type.orElseGet(() -> header.type(index.getAsInt()));
        return new Part(Serialization.of(real, context.states()), index.orElse(-1), real);
    }
}
