package io.millrace.tables;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.Persistent;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of the engine Memory: an immutable list of blocks that is replaced as a whole, so that a scan sees the rows of one moment.
 *
 * <p>Thread-safe. Its bytes are charged to the server's budget until they are truncated or the table is dropped.
 */
final class MemoryTable implements Table, Insertable, Truncatable, Counted, Alterable, Persistent {
    /** Everything that changes, replaced together. */
    private record State(TableDefinition definition, List<Block> blocks, long rows, long bytes) {
        static State empty(TableDefinition definition) {
            return new State(definition, List.of(), 0, 0);
        }

        static State of(TableDefinition definition, List<Block> blocks) {
            return new State(
                    definition,
                    List.copyOf(blocks),
                    blocks.stream().mapToLong(Block::rows).sum(),
                    blocks.stream().mapToLong(Block::sizeBytes).sum());
        }
    }

    private final TableServices services;
    private final MemoryTracker memory;
    private volatile State state;

    MemoryTable(TableDefinition definition, TableServices services) {
        this.services = services;
        this.memory = services.memory().child("table " + definition.id(), 0);
        this.state = State.empty(definition);
    }

    @Override
    public TableDefinition definition() {
        return state.definition();
    }

    @Override
    public TableScan scan(ScanRequest request) {
        return new BlockScan(state.blocks(), request);
    }

    @Override
    public long rows() {
        return state.rows();
    }

    @Override
    public long bytes() {
        return state.bytes();
    }

    @Override
    public TableWriter newWriter(EvaluationContext context) {
        TableDefinition then = definition();
        return new BufferedInsert(memory, added -> publish(then, added));
    }

    private synchronized void publish(TableDefinition then, List<Block> added) {
        State now = state;
        List<Block> blocks = new ArrayList<>(now.blocks());
        Rebuild rebuild = new Rebuild(then, now.definition(), services);
        added.forEach(block -> blocks.add(rebuild.apply(block)));
        state = State.of(now.definition(), blocks);
    }

    @Override
    public synchronized void truncate() {
        memory.release(state.bytes());
        state = State.empty(state.definition());
    }

    @Override
    public void checkAlter(TableDefinition changed) {
        new Rebuild(definition(), changed, services);
    }

    @Override
    public synchronized void alter(TableDefinition changed) {
        State old = state;
        become(changed, old, new Rebuild(old.definition(), changed, services), old.blocks());
    }

    @Override
    public synchronized void alterColumns(
            TableDefinition changed, Map<String, Optional<String>> columns, Runnable keep) {
        State old = state;
        List<Header.Field> fields = new ArrayList<>();
        for (Header.Field field : old.definition().storedHeader().fields()) {
            Optional<String> name = columns.getOrDefault(field.name(), Optional.of(field.name()));
            // a name that no column can have
            fields.add(new Header.Field(name.orElse(""), field.type()));
        }
        Header renamed = new Header(fields);
        Rebuild rebuild = new Rebuild(renamed, changed, services);
        List<Block> blocks = old.blocks().stream()
                .map(b -> new Block(renamed, b.columns(), b.rows()))
                .toList();
        keep.run();
        become(changed, old, rebuild, blocks);
    }

    private void become(TableDefinition changed, State old, Rebuild rebuild, List<Block> blocks) {
        State next = State.of(changed, blocks.stream().map(rebuild::apply).toList());
        memory.reserve(Math.max(0, next.bytes() - old.bytes()));
        memory.release(Math.max(0, old.bytes() - next.bytes()));
        state = next;
    }

    @Override
    public void start() {
        // no background work
    }

    @Override
    public void shutdown() {
        // no background work
    }

    /** Gives the memory back. */
    @Override
    public void dropFiles() {
        truncate();
    }
}
