package io.millrace.engine.insert;

import io.millrace.base.setting.Settings;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.ability.SelfCommitting;
import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table that an INSERT writes to: one collector per driver, all committed together at the end. Thread-safe.
 */
final class InsertTarget implements Sink.Factory, AutoCloseable {
    private final Table table;
    private final Insertable insertable;
    private final EvaluationContext context;
    private final Settings settings;
    private final List<BlockCollector> collectors = new ArrayList<>();

    InsertTarget(Table table, Insertable insertable, Settings settings, EvaluationContext context) {
        this.table = table;
        this.insertable = insertable;
        this.settings = settings;
        this.context = context;
    }

    Table table() {
        return table;
    }

    /** Whether rows have to be written in the order in which they come. */
    boolean keepsOrder() {
        return insertable.keepsOrder();
    }

    /** A collector for one thread. */
    synchronized BlockCollector newCollector() {
        Header header = table.definition().storedHeader();
        BlockCollector collector = new BlockCollector(
                insertable.newWriter(context),
                header,
                settings.get(InsertSettings.MIN_INSERT_BLOCK_SIZE_ROWS),
                settings.get(InsertSettings.MIN_INSERT_BLOCK_SIZE_BYTES),
                context.memory());
        collectors.add(collector);
        return collector;
    }

    @Override
    public Sink open(int driver) {
        BlockCollector collector = newCollector();
        return new Sink() {
            @Override
            public Demand accept(Block block) {
                collector.add(block);
                return Demand.MORE;
            }

            @Override
            public void finish() {
                // here each driver writes its own rest, at the end one thread would write them all
                collector.flush();
            }
        };
    }

    /** Everything written and synced, ready to be committed. */
    synchronized List<PreparedInsert> prepare() {
        List<PreparedInsert> prepared = new ArrayList<>();
        for (BlockCollector collector : collectors) {
            prepared.add(collector.prepare());
        }
        return prepared;
    }

    /**
     * Commits what several targets have prepared, as one.
     *
     * @return false if the token was known: nothing was added
     */
    static boolean commit(Table main, List<PreparedInsert> prepared, Optional<String> token, Committer committer) {
        List<PreparedInsert> durable =
                prepared.stream().filter(p -> !(p instanceof SelfCommitting)).toList();
        if (!durable.isEmpty() || token.isPresent()) {
            if (!committer.commit(main.id(), durable, token)) {
                prepared.forEach(PreparedInsert::discard);
                return false;
            }
        }
        for (PreparedInsert insert : prepared) {
            if (insert instanceof SelfCommitting ownCommit) {
                ownCommit.publish();
            }
        }
        return true;
    }

    /** Drops what has not been prepared. */
    @Override
    public synchronized void close() {
        collectors.forEach(BlockCollector::close);
    }
}
