package io.millrace.tables;

import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import java.util.List;

/** A table without rows that swallows inserts: the engine Null and the function null(). Thread-safe. */
public final class NullTable implements Table, Insertable, Truncatable, Counted, Alterable {
    private volatile TableDefinition definition;

    public NullTable(TableDefinition definition) {
        this.definition = definition;
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return new BlockScan(List.of(), request);
    }

    @Override
    public TableWriter newWriter(EvaluationContext context) {
        return new Swallowed();
    }

    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void truncate() {
        // has no rows
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void checkAlter(TableDefinition changed) {
        // without rows everything fits
    }

    @Override
    public void alter(TableDefinition changed) {
        definition = changed;
    }

    /** Counts the rows of one INSERT. */
    private static final class Swallowed implements TableWriter, SelfCommitting {
        private long rows;
        private long bytes;

        @Override
        public void write(Block block) {
            rows += block.rows();
            bytes += block.sizeBytes();
        }

        @Override
        public PreparedInsert prepare() {
            return this;
        }

        @Override
        public void publish() {
            // forgotten
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public void discard() {
            // nothing is held
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
