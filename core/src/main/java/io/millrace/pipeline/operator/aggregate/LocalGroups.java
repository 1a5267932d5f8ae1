package io.millrace.pipeline.operator.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.Reservation;
import io.millrace.pipeline.spill.SpillFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one grouping set that one driver has seen: one table at first, 256 radix partitions once it has outgrown the L2 cache, files when the budget for
 * memory is used up.
 */
final class LocalGroups {
    /** Groups in one table, beyond which partitions are faster. */
    static final int SINGLE_TABLE_GROUPS = 1 << 16;

    /** The same for keys of bytes, whose rows cost more to move. */
    private static final int SINGLE_TABLE_STRINGS = 400_000;

    static final int PARTITIONS = 256;
    /** Bytes of rows that wait in the partitions of one driver, if the query's limit is not too small for that. */
    private static final long WAITING_BYTES = 256L << 20;

    private final Grouping grouping;
    private final AggregateSpec spec;
    private final QueryResources resources;
    private final Reservation tableMemory;
    private final Reservation stateMemory;
    private final Reservation waitingMemory;
    private final KeyBatch batch = new KeyBatch();
    private final KeyBatch sorted = new KeyBatch();
    private final List<SpillFile> spills = new ArrayList<>();
    private final CodeGroups codes;
    private final long waitingLimit;
    private int[] ids = new int[0];
    private @Nullable GroupTable single;
    private Partition @Nullable [] partitions;

    LocalGroups(Grouping grouping, AggregateSpec spec, QueryResources resources) {
        this.grouping = grouping;
        this.spec = spec;
        this.resources = resources;
        tableMemory = new Reservation(resources.context().memory());
        stateMemory = new Reservation(resources.context().memory());
        waitingMemory = new Reservation(resources.context().memory());
        single = grouping.newTable(tableMemory);
        long limit = resources.context().memory().limitBytes();
        waitingLimit =
                limit == 0 ? WAITING_BYTES : Math.min(WAITING_BYTES, limit / 8 / Math.max(1, resources.maxThreads()));
        codes = new CodeGroups(grouping.encoder());
    }

    void add(Block block) {
        int rows = block.rows();
        if (ids.length < rows) {
            ids = new int[rows];
        }
        Column[] arguments = grouping.argumentsOf(block);
        Column[] keys = grouping.keysOf(block);
        boolean byCode = single != null
                && keys.length == 1
                && keys[0] instanceof DictionaryColumn dictionary
                && dictionary.dictionary().rows() <= 2 * rows;
        if (!byCode) {
            grouping.encoder().encode(keys, rows, batch);
        }
        if (single != null) {
            if (byCode) {
                codes.number((DictionaryColumn) keys[0], single, ids);
                single.addNumbered(ids, grouping.byCall(arguments), rows);
            } else if (grouping.hasKeys()) {
                single.add(batch, grouping.byCall(arguments), ids);
            } else {
                single.addAll(batch, grouping.byCall(arguments));
            }
            stateMemory.resize(single.stateBytes());
            checkRows(single.size());
            boolean bytes = grouping.encoder().wordCount() == 0;
            if (single.size() > (bytes ? SINGLE_TABLE_STRINGS : SINGLE_TABLE_GROUPS)) {
                partition();
            }
        } else {
            scatter(arguments);
            if (waitingMemory.held() > waitingLimit) {
                drainAll();
            }
        }
        spillIfNeeded();
    }

    private void checkRows(long groups) {
        if (spec.maxRowsToGroup() > 0 && groups > spec.maxRowsToGroup()) {
            throw new DbException(
                    ErrorCode.TOO_MANY_ROWS,
                    "Limit for rows to GROUP BY exceeded: has " + groups + " rows, maximum: " + spec.maxRowsToGroup());
        }
    }

    boolean isPartitioned() {
        return partitions != null;
    }

    GroupTable single() {
        if (single == null) {
            throw DbException.bug("The groups are partitioned");
        }
        return single;
    }

    Partition partition(int number) {
        if (partitions == null) {
            throw DbException.bug("The groups are not partitioned");
        }
        return partitions[number];
    }

    List<SpillFile> spills() {
        return spills;
    }

    Reservation tableMemory() {
        return tableMemory;
    }

    /** Spreads the single table over partitions. */
    void partition() {
        if (single == null) {
            return;
        }
        GroupTable whole = single;
        single = null;
        Partition[] parts = new Partition[PARTITIONS];
        for (int p = 0; p < PARTITIONS; p++) {
            parts[p] = new Partition(grouping, resources.pool().arrays());
        }
        partitions = parts;
        int groups = whole.size();
        KeyBatch keys = new KeyBatch();
        whole.keys().keys(0, groups, keys);
        whole.resizeStates();
        int[] starts = new int[PARTITIONS + 1];
        int[] order = order(keys.hashes, groups, starts);
        KeyBatch ordered = new KeyBatch();
        gather(keys, order, groups, ordered);
        ByteSink sink = new ByteSink(1 << 12);
        for (int p = 0; p < PARTITIONS; p++) {
            if (starts[p] == starts[p + 1]) {
                continue;
            }
            sink.clear();
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                whole.writeStates(order[i], sink);
            }
            KeyBatch range = range(ordered, starts[p], starts[p + 1]);
            parts[p].table(tableMemory).readMerge(range, ByteSource.of(sink.array(), 0, sink.size()));
        }
        tableMemory.grow(-whole.keys().sizeBytes());
        chargeStates();
    }

    private static int[] order(long[] hashes, int rows, int[] starts) {
        int[] next = new int[PARTITIONS];
        for (int i = 0; i < rows; i++) {
            next[Partition.of(hashes[i])]++;
        }
        int at = 0;
        for (int p = 0; p < PARTITIONS; p++) {
            starts[p] = at;
            at += next[p];
            next[p] = starts[p];
        }
        starts[PARTITIONS] = at;
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[next[Partition.of(hashes[i])]++] = i;
        }
        return order;
    }

    private static void gather(KeyBatch source, int[] order, int rows, KeyBatch target) {
        int words = source.words.length;
        if (target.words.length != words || words > 0 && target.words[0].length < rows) {
            target.words = new long[words][rows];
        }
        if (target.hashes.length < rows) {
            target.hashes = new long[rows];
        }
        target.rows = rows;
        for (int w = 0; w < words; w++) {
            gather(source.words[w], order, rows, target.words[w]);
        }
        gather(source.hashes, order, rows, target.hashes);
        if (words == 0) {
            target.bytes = source.bytes.gather(order, rows);
        }
    }

    private static void gather(long[] source, int[] order, int rows, long[] target) {
        for (int i = 0; i < rows; i++) {
            target[i] = source[order[i]];
        }
    }

    private static KeyBatch range(KeyBatch source, int from, int to) {
        KeyBatch range = new KeyBatch();
        range.rows = to - from;
        range.words = new long[source.words.length][];
        for (int w = 0; w < range.words.length; w++) {
            range.words[w] = Arrays.copyOfRange(source.words[w], from, to);
        }
        range.hashes = Arrays.copyOfRange(source.hashes, from, to);
        if (range.words.length == 0) {
            range.bytes = source.bytes.slice(from, to);
        }
        return range;
    }

    /** Deals the rows of the current batch to the partitions: words straight to their places, everything else in ranges. */
    private void scatter(Column[] arguments) {
        int rows = batch.rows;
        int words = batch.words.length;
        int[] starts = new int[PARTITIONS + 1];
        boolean ordered = words == 0 || arguments.length > 0;
        int[] order = ordered ? order(batch.hashes, rows, starts) : new int[0];
        if (!ordered) {
            count(batch.hashes, rows, starts);
        }
        int[] room = new int[PARTITIONS];
        long[][] targets = new long[PARTITIONS][];
        for (int w = 0; w < words; w++) {
            for (int p = 0; p < PARTITIONS; p++) {
                room[p] = partition(p).room(starts[p + 1] - starts[p]);
                targets[p] = partition(p).words(w);
            }
            deal(batch.words[w], batch.hashes, rows, targets, room);
        }
        long bytes = 8L * rows * words;
        if (words == 0) {
            sorted.bytes = batch.bytes.gather(order, rows);
            sorted.hashes = sorted.hashes.length < rows ? new long[rows] : sorted.hashes;
            gather(batch.hashes, order, rows, sorted.hashes);
            bytes += sorted.bytes.sizeBytes() + 8L * rows;
        }
        Column[] gathered = new Column[arguments.length];
        for (int a = 0; a < arguments.length; a++) {
            gathered[a] = arguments[a].gather(order, rows);
            bytes += gathered[a].sizeBytes();
        }
        waitingMemory.grow(bytes);
        for (int p = 0; p < PARTITIONS; p++) {
            if (starts[p] < starts[p + 1]) {
                partition(p).append(sorted, gathered, starts[p], starts[p + 1]);
            }
        }
    }

    private static void deal(long[] words, long[] hashes, int rows, long[][] targets, int[] next) {
        for (int i = 0; i < rows; i++) {
            int p = Partition.of(hashes[i]);
            targets[p][next[p]++] = words[i];
        }
    }

    /** Fills {@code starts} as if the rows were ordered by partition. */
    private static void count(long[] hashes, int rows, int[] starts) {
        int[] counts = new int[PARTITIONS];
        for (int i = 0; i < rows; i++) {
            counts[Partition.of(hashes[i])]++;
        }
        for (int p = 0; p < PARTITIONS; p++) {
            starts[p + 1] = starts[p] + counts[p];
        }
    }

    private void drainAll() {
        long groups = 0;
        for (int p = 0; p < PARTITIONS; p++) {
            resources.context().cancellation().check();
            GroupTable table = partition(p).table(tableMemory);
            partition(p).drainInto(table);
            groups += table.size();
        }
        waitingMemory.resize(0);
        chargeStates();
        checkRows(groups);
    }

    private void chargeStates() {
        long bytes = 0;
        for (int p = 0; p < PARTITIONS; p++) {
            if (partition(p).hasTable()) {
                bytes += partition(p).table(tableMemory).stateBytes();
            }
        }
        stateMemory.resize(bytes);
    }

    private void spillIfNeeded() {
        long limit = resources.externalGroupByBytes();
        long held = tableMemory.held() + stateMemory.held() + waitingMemory.held();
        if (limit == 0 || !grouping.hasKeys() || held <= limit / Math.max(1, resources.maxThreads())) {
            return;
        }
        partition();
        drainAll();
        SpillFile.Writer file = SpillFile.create(resources);
        try (file) {
            ByteSink sink = new ByteSink(1 << 16);
            for (int p = 0; p < PARTITIONS; p++) {
                file.beginSegment();
                if (partition(p).hasTable()) {
                    SpilledGroups.write(partition(p).table(tableMemory), file, sink);
                    partition(p).dropTable();
                }
            }
            spills.add(file.finish());
        }
        tableMemory.resize(0);
        stateMemory.resize(0);
    }

    void close() {
        tableMemory.close();
        stateMemory.close();
        waitingMemory.close();
        spills.forEach(SpillFile::close);
        spills.clear();
        single = null;
        partitions = null;
    }
}
