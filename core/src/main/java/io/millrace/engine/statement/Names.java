package io.millrace.engine.statement;

import io.millrace.catalog.table.TableId;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;
import io.millrace.engine.query.QueryContext;
import io.millrace.sql.ast.TableName;
import java.util.List;

/** Small things that handlers share: full names of tables, results of one text column. */
final class Names {
    private Names() {}

    static TableId id(TableName name, QueryContext context) {
        return new TableId(name.database().orElse(context.analysis().bind().database()), name.table());
    }

    static Block texts(String column, List<String> values) {
        return new Block(
                Header.of(new Header.Field(column, Types.STRING)),
                List.of(StringColumn.of(values.toArray(String[]::new))),
                values.size());
    }
}
