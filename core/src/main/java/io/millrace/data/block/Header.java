package io.millrace.data.block;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Names and types of the columns of a block, in order. Immutable; names may repeat (SELECT 1, 1). */
public record Header(List<Field> fields) {
    /** One column's name and type. */
    public record Field(String name, DataType type) {}

    public Header {
        fields = List.copyOf(fields);
    }

    public static Header of(Field... fields) {
        return new Header(List.of(fields));
    }

    public int width() {
        return fields.size();
    }

    public String name(int index) {
        return fields.get(index).name();
    }

    public DataType type(int index) {
        return fields.get(index).type();
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    public List<DataType> types() {
        return fields.stream().map(Field::type).toList();
    }

    /** Index of the first column of that name. */
    public OptionalInt find(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public int index(String name) {
        return find(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.NOT_FOUND_COLUMN_IN_BLOCK,
                        "Not found column " + name + " in block. There are only columns: "
                                + String.join(", ", names())));
    }

    /** A block of these columns without rows. */
    public Block emptyBlock() {
        List<Column> columns = new ArrayList<>(width());
        for (Field field : fields) {
            columns.add(ColumnBuilder.of(field.type(), 0).build());
        }
        return new Block(this, columns, 0);
    }

    /** One builder per column. */
    public ColumnBuilder[] newBuilders(int expectedRows) {
        return fields.stream()
                .map(f -> ColumnBuilder.of(f.type(), expectedRows))
                .toArray(ColumnBuilder[]::new);
    }
}
