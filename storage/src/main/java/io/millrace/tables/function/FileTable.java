package io.millrace.tables.function;

import io.millrace.base.io.Vfs;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.expressions.function.EvaluationContext;

/** Files below one directory as a table; a file that is written is another file's whole content before it shows. Immutable; thread-safe. */
final class FileTable implements Table, Insertable {
    private final TableDefinition definition;
    private final Vfs vfs;
    private final FileAccess access;
    private final String pattern;
    private final FileFormat format;
    private final boolean truncateOnInsert;

    FileTable(
            TableDefinition definition,
            Vfs vfs,
            FileAccess access,
            String pattern,
            FileFormat format,
            boolean truncateOnInsert) {
        this.definition = definition;
        this.vfs = vfs;
        this.access = access;
        this.pattern = pattern;
        this.format = format;
        this.truncateOnInsert = truncateOnInsert;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return new FileScan(vfs, access.files(pattern), definition.storedHeader(), format, request);
    }

    @Override
    public TableWriter newWriter(EvaluationContext context) {
        return new FileInsert(vfs, access.target(pattern), definition.storedHeader(), format, truncateOnInsert);
    }
}
