package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.MatchedColumns;
import io.millrace.formats.parquet.ThriftReader.Struct;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads row group by row group the columns that are wanted. The metadata stands at the end, so the input is taken in whole first. */
public final class ParquetReader implements BlockReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_ROWS = 1 << 27;

    private final ByteSource source;
    private final Header header;
    private final FormatContext context;
    private byte[] file = {};
    private int size;
    private List<Node> columns = List.of();
    private List<Struct> groups = List.of();
    private boolean started;
    private int nextGroup;
    private Optional<Block> rest = Optional.empty();
    private DefaultedCells cells = DefaultedCells.NONE;
    private long chargedBytes;

    ParquetReader(ByteSource source, Header header, FormatContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
    }

    /** The columns that an input names. */
    public static Header columns(ByteSource source, FormatContext context) {
        ParquetReader reader = new ParquetReader(source, new Header(List.of()), context);
        reader.start();
        return new Header(reader.columns.stream()
                .map(n -> new Header.Field(n.name(), n.type()))
                .toList());
    }

    @Override
    public DefaultedCells defaulted() {
        return cells;
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        boolean more = true;
        while (more) {
            more = source.fill();
        }
        // the window is ours now: nothing is read from the source any more
        file = source.position() == 0
                ? source.array()
                : Arrays.copyOfRange(source.array(), source.position(), source.limit());
        size = source.available();
        source.seek(source.limit());
        int end = size - 8;
        byte[] magic = ParquetWriter.MAGIC;
        if (end < 4 || !Arrays.equals(file, end + 4, end + 8, magic, 0, 4) || !Arrays.equals(file, 0, 4, magic, 0, 4)) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Not a Parquet file: it does not begin and end with PAR1");
        }
        int length = (int) INT.get(file, end);
        if (length < 0 || length > end - 4) {
            throw ThriftReader.broken("metadata of " + length + " bytes");
        }
        Struct metadata = new ThriftReader(file, end - length, end).struct();
        columns = new Node.Reading(metadata.structs(2), context.settings().get(ParquetSettings.LOCAL_TIME_AS_UTC))
                .columns();
        groups = metadata.structs(4);
    }

    @Override
    public Optional<Block> read(int maxRows, long maxBytes) {
        if (!started && source.atEnd()) {
            return Optional.empty();
        }
        start();
        while (rest.isEmpty()) {
            if (nextGroup == groups.size()) {
                return Optional.empty();
            }
            Block block = guarded(groups.get(nextGroup++));
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

    /** Broken metadata points to places that do not exist. */
    private Block guarded(Struct group) {
        try {
            return block(group);
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Broken Parquet data: " + e.getMessage(), e);
        }
    }

    private Block block(Struct group) {
        long rows = group.number(3);
        if (rows < 0 || rows > MAX_ROWS) {
            throw ThriftReader.broken("a row group of " + rows + " rows");
        }
        RowGroup read = new RowGroup(file, size, group);
        MatchedColumns matched = new MatchedColumns(
                header,
                context,
                context.settings().get(ParquetSettings.CASE_INSENSITIVE),
                context.settings().get(ParquetSettings.MISSING_COLUMNS));
        source.budget().release(chargedBytes);
        chargedBytes = 0;
        boolean any = false;
        for (Node node : columns) {
            OptionalInt index = matched.find(node.name());
            if (index.isPresent()) {
                Column column = read.column(node);
                if (column.rows() != rows) {
                    throw ThriftReader.broken(
                            "column '" + node.name() + "' has " + column.rows() + " rows, not " + rows);
                }
                source.budget().reserve(column.sizeBytes());
                chargedBytes += column.sizeBytes();
                matched.set(index.getAsInt(), column, node.type());
                any = true;
            }
        }
        if (!any && !columns.isEmpty()) {
            // no column bounds the count that the metadata claims
            Column first = read.column(columns.getFirst());
            if (first.rows() != rows) {
                throw ThriftReader.broken("a row group of " + rows + " rows with columns of " + first.rows());
            }
        }
        cells = matched.cells();
        return matched.block((int) rows);
    }
}
