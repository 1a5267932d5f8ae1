package io.millrace.formats.infer;

import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.formats.FormatContext;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns that binary formats name themselves. Stateless. */
final class BinaryStructure {
    private static final int MAX_COLUMNS = 100_000;
    private static final int MAX_ROWS = 1 << 28;

    private BinaryStructure() {}

    /** From the first block, whose data stands between the names. */
    static Header ofNative(ByteSource source, FormatContext context) {
        if (source.atEnd()) {
            throw SchemaInference.Sample.empty();
        }
        int columns = source.getSize(MAX_COLUMNS);
        int rows = source.getSize(MAX_ROWS);
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String name = source.getString();
            DataType type = TypeParser.parse(source.getString());
            fields.add(new Header.Field(name, type));
            if (rows > 0) {
                Serialization serialization = Serialization.of(type, context.states());
                serialization.readPrefix(source);
                serialization.readBulk(source, rows, ColumnBuilder.of(type, Math.min(rows, 65_536)));
            }
        }
        return new Header(fields);
    }

    /** From the lines in front of RowBinaryWithNamesAndTypes. */
    static Header ofRowBinary(ByteSource source) {
        if (source.atEnd()) {
            throw SchemaInference.Sample.empty();
        }
        int columns = source.getSize(MAX_COLUMNS);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(source.getString());
        }
        List<Header.Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(new Header.Field(name, TypeParser.parse(source.getString())));
        }
        return new Header(fields);
    }
}
