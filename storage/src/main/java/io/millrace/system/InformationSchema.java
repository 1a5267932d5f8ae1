package io.millrace.system;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What all tables of information_schema share: every column stands there twice, its name in lower and in upper case. Stateless. */
final class InformationSchema {
    private InformationSchema() {}

    /** The header of a list of columns in lower case, and the same in upper case. */
    static Header header(String columns) {
        return doubled(SystemRows.header(columns));
    }

    private static Header doubled(Header lower) {
        List<Header.Field> fields = new ArrayList<>(lower.fields());
        lower.fields().forEach(f -> fields.add(new Header.Field(f.name().toUpperCase(Locale.ROOT), f.type())));
        return new Header(fields);
    }

    /** Rows of the first half of a header. */
    static SystemRows rows(Header header) {
        return new SystemRows(half(header));
    }

    private static Header half(Header header) {
        return new Header(header.fields().subList(0, header.width() / 2));
    }

    /** The rows with both halves. */
    static Block block(Header header, SystemRows rows) {
        Block lower = rows.build();
        List<Column> columns = new ArrayList<>(lower.columns());
        columns.addAll(lower.columns());
        return new Block(header, columns, lower.rows());
    }

    /** A block of the whole header whose columns of the first half are {@code lower}. */
    static Block doubled(Header header, List<Column> lower, int rows) {
        List<Column> columns = new ArrayList<>(lower);
        columns.addAll(lower);
        return new Block(header, columns, rows);
    }
}
