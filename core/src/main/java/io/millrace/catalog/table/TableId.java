package io.millrace.catalog.table;

/** A table's full name. */
public record TableId(String database, String name) {
    @Override
    public String toString() {
        return database + "." + name;
    }
}
