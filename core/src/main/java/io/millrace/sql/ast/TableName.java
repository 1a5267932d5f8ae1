package io.millrace.sql.ast;

import java.util.Optional;

/** The name of a table, perhaps with its database, unquoted. Immutable. */
public record TableName(Position position, Optional<String> database, String table) {
    public static TableName of(String table) {
        return new TableName(Position.NONE, Optional.empty(), table);
    }

    public static TableName of(String database, String table) {
        return new TableName(Position.NONE, Optional.of(database), table);
    }

    @Override
    public String toString() {
        return database.map(name -> name + ".").orElse("") + table;
    }
}
