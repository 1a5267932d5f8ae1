package io.millrace.postgres;

import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.sql.ast.TableName;
import java.util.Optional;

/** The tables that a client's statements change. */
final class TargetTables {
    private final Client client;

    TargetTables(Client client) {
        this.client = client;
    }

    /** The table of a name, temporary or not, if there is one. */
    Optional<Table> find(TableName name) {
        Optional<Table> temporary =
                name.database().isEmpty() ? client.session().temporaryTable(name.table()) : Optional.empty();
        return temporary.or(() -> client.engine()
                .catalog(client.session())
                .find(new TableId(name.database().orElse(client.session().database()), name.table())));
    }
}
