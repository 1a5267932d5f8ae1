package io.millrace.formats.arrow;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.formats.BlockReader;
import io.millrace.formats.DefaultedCells;
import io.millrace.formats.FormatContext;
import io.millrace.formats.MatchedColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the messages of a stream, or of a file from its beginning. Columns are matched by name. */
public final class ArrowReader implements BlockReader {
    private static final int MAX_MESSAGE = 1 << 30;
    private static final int SCHEMA = 1;
    private static final int DICTIONARY = 2;
    private static final int RECORD_BATCH = 3;

    private final ByteSource source;
    private final Header header;
    private final FormatContext context;
    private final Map<Long, Column> dictionaries = new HashMap<>();
    private final Map<Long, ArrowField> dictionaryFields = new HashMap<>();
    private List<ArrowField> fields = List.of();
    private boolean started;
    private boolean ended;
    private boolean marks;
    private DefaultedCells cells = DefaultedCells.NONE;
    private long chargedBytes;

    /** A message: its kind, its content, and the bytes behind it. */
    private record Message(int kind, FlatView content, byte[] body) {}

    ArrowReader(ByteSource source, Header header, FormatContext context) {
        this.source = source;
        this.header = header;
        this.context = context;
    }

    /** The columns that an input names. */
    public static Header columns(ByteSource source, FormatContext context) {
        ArrowReader reader = new ArrowReader(source, new Header(List.of()), context);
        reader.start();
        return new Header(reader.fields.stream()
                .map(f -> new Header.Field(f.name(), f.columnType()))
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
        source.require(8);
        byte[] magic = ArrowWriter.MAGIC;
        int at = source.position();
        if (Arrays.equals(source.array(), at, at + magic.length, magic, 0, magic.length)) {
            source.seek(at + 8);
        }
        Message schema = message().orElseThrow(() -> ArrowArrays.broken("there is no schema"));
        if (schema.kind() != SCHEMA) {
            throw ArrowArrays.broken("it does not begin with a schema");
        }
        guarded(() -> {
            if (schema.content().int16(0, 0) != 0) {
                throw ArrowArrays.broken("big-endian data is not supported");
            }
            fields = schema.content().tables(1).stream()
                    .map(f -> ArrowField.of(f, 0))
                    .toList();
            fields.forEach(this::findDictionaries);
        });
    }

    private void findDictionaries(ArrowField field) {
        field.dictionary().ifPresent(id -> dictionaryFields.put(id, field));
        field.children().forEach(this::findDictionaries);
    }

    /** Broken metadata points to places that do not exist. */
    private static void guarded(Runnable parsing) {
        try {
            parsing.run();
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "Broken Arrow data: " + e.getMessage(), e);
        }
    }

    private Optional<Message> message() {
        if (ended || source.atEnd()) {
            return Optional.empty();
        }
        int length = source.getInt();
        boolean marked = length == -1;
        if (marked) {
            length = source.getInt();
        } else if (marks) {
            // the footer of a file that has no end marker
            length = 0;
        }
        marks |= marked;
        if (length == 0) {
            ended = true;
            return Optional.empty();
        }
        if (length < 0 || length > MAX_MESSAGE) {
            throw ArrowArrays.broken("a message of " + length + " bytes");
        }
        source.budget().release(chargedBytes);
        chargedBytes = 0;
        byte[] metadata = bytes(length);
        Message[] result = new Message[1];
        guarded(() -> {
            FlatView message = FlatView.root(metadata);
            long body = message.int64(3, 0);
            if (body < 0 || body > MAX_MESSAGE) {
                throw ArrowArrays.broken("a message with " + body + " bytes of data");
            }
            FlatView content = message.table(2).orElseThrow(() -> ArrowArrays.broken("a message without content"));
            result[0] = new Message(message.int8(1, 0), content, bytes((int) body));
        });
        return Optional.of(result[0]);
    }

    private byte[] bytes(int count) {
        source.require(count);
        source.budget().reserve(count);
        chargedBytes += count;
        byte[] bytes = new byte[count];
        source.get(bytes, 0, count);
        return bytes;
    }

    @Override
    public Optional<Block> read(int maxRows, long maxBytes) {
        if (!started && source.atEnd()) {
            return Optional.empty();
        }
        start();
        while (true) {
            Optional<Message> message = message();
            if (message.isEmpty()) {
                ended = true;
                return Optional.empty();
            }
            Block[] block = new Block[1];
            guarded(() -> {
                switch (message.get().kind()) {
                    case DICTIONARY -> dictionary(message.get());
                    case RECORD_BATCH -> block[0] = block(message.get());
                    default ->
                        throw ArrowArrays.broken(
                                "a message of kind " + message.get().kind());
                }
            });
            if (block[0] != null && block[0].rows() > 0) {
                return Optional.of(block[0]);
            }
        }
    }

    private void dictionary(Message message) {
        long id = message.content().int64(0, 0);
        ArrowField field = dictionaryFields.get(id);
        FlatView batch = message.content().table(1).orElseThrow(() -> ArrowArrays.broken("an empty dictionary"));
        if (field == null) {
            return;
        }
        ArrowField plain = new ArrowField(
                field.name(),
                true,
                field.kind(),
                field.width(),
                field.signed(),
                field.type(),
                field.children(),
                OptionalLong.empty(),
                0);
        Column values = new ArrowArrays(batch, message.body(), dictionaries).column(plain);
        boolean delta = message.content().int8(2, 0) != 0;
        Column known = dictionaries.get(id);
        if (delta && known != null) {
            ColumnBuilder all = known.newBuilder(known.rows() + values.rows());
            all.appendRange(known, 0, known.rows());
            all.appendRange(values, 0, values.rows());
            values = all.build();
        }
        dictionaries.put(id, values);
    }

    private Block block(Message message) {
        ArrowArrays arrays = new ArrowArrays(message.content(), message.body(), dictionaries);
        int rows = arrays.rows();
        MatchedColumns columns = new MatchedColumns(
                header,
                context,
                context.settings().get(ArrowSettings.CASE_INSENSITIVE),
                context.settings().get(ArrowSettings.MISSING_COLUMNS));
        for (ArrowField field : fields) {
            Column column = arrays.column(field);
            if (column.rows() != rows) {
                throw ArrowArrays.broken("column " + field.name() + " has " + column.rows() + " rows, not " + rows);
            }
            OptionalInt index = columns.find(field.name());
            if (index.isPresent()) {
                columns.set(index.getAsInt(), column, field.valueType());
            }
        }
        cells = columns.cells();
        return columns.block(rows);
    }
}
