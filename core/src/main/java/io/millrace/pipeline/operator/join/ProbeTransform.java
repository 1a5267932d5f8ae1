package io.millrace.pipeline.operator.join;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.key.KeyBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks the rows of the left side up in the table of the right side. Owned by one driver; the table is shared. */
final class ProbeTransform implements Transform {
    private static final int PAIRS = Block.DEFAULT_ROWS;

    private final JoinSpec spec;
    private final JoinTable table;
    private final JoinOutput output;
    private final JoinKeys keys;
    private final EvaluationContext context;
    private final Optional<FilterProgram> residual;
    private final Set<Integer> residualInputs;
    private final KeyBatch batch = new KeyBatch();
    private final KeyBatch survivors = new KeyBatch();
    private boolean useBloom;
    private int[] ids = new int[0];

    // pairs that wait to be put out
    private final int[] leftRows = new int[PAIRS + 1];
    private final int[] rightRows = new int[PAIRS + 1];
    private int pairs;
    private Demand demand = Demand.MORE;

    ProbeTransform(JoinSpec spec, JoinTable table, EvaluationContext context) {
        this.spec = spec;
        this.table = table;
        this.context = context;
        this.output = new JoinOutput(spec);
        this.keys = JoinKeys.of(spec, spec.left(), spec.leftKeys());
        this.residual = spec.residual().map(FilterProgram::compile);
        this.residualInputs = spec.residual().map(ExpressionProgram::inputsOf).orElse(Set.of());
        this.useBloom = table.bloom().isPresent();
    }

    @Override
    public Demand accept(Block block, Output next) {
        demand = Demand.MORE;
        pairs = 0;
        byte[] unmatchable = new byte[block.rows()];
        find(block, unmatchable);
        if (spec.strictness() == JoinSpec.Strictness.ASOF) {
            matchNearest(block, unmatchable, next);
        } else if (residual.isPresent()) {
            matchConditionally(block, residual.get(), next);
        } else {
            match(block, next);
        }
        flush(block, next);
        return demand;
    }

    private void find(Block block, byte[] unmatchable) {
        int rows = block.rows();
        if (ids.length < rows) {
            ids = new int[rows];
        }
        keys.encode(block, unmatchable, batch);
        if (useBloom && table.bloom().isPresent()) {
            findBehindBloom(table.bloom().get(), rows);
        } else {
            table.keys().find(batch, ids);
        }
        for (int i = 0; i < rows; i++) {
            ids[i] |= -unmatchable[i];
        }
        if (table.hasEmptyKeys()) {
            int[] starts = table.starts();
            for (int i = 0; i < rows; i++) {
                ids[i] = ids[i] >= 0 && starts[ids[i]] == starts[ids[i] + 1] ? -1 : ids[i];
            }
        }
    }

    private void findBehindBloom(BloomFilter bloom, int rows) {
        int[] candidates = new int[rows];
        int count = bloom.select(batch.hashes, rows, candidates);
        if (count > rows - (rows >>> 2)) {
            useBloom = rows < 1024;
            table.keys().find(batch, ids);
            return;
        }
        survivors.rows = count;
        int words = batch.words.length;
        if (survivors.hashes.length < count || survivors.words.length != words) {
            survivors.words = new long[words][rows];
            survivors.hashes = new long[rows];
        }
        for (int w = 0; w < words; w++) {
            gather(batch.words[w], candidates, count, survivors.words[w]);
        }
        gather(batch.hashes, candidates, count, survivors.hashes);
        if (words == 0) {
            survivors.bytes = batch.bytes.gather(candidates, count);
        }
        int[] found = new int[count];
        table.keys().find(survivors, found);
        Arrays.fill(ids, 0, rows, -1);
        for (int i = 0; i < count; i++) {
            ids[candidates[i]] = found[i];
        }
    }

    private static void gather(long[] source, int[] rows, int count, long[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = source[rows[i]];
        }
    }

    private void match(Block block, Output next) {
        boolean left = spec.kind() == JoinSpec.Kind.LEFT || spec.kind() == JoinSpec.Kind.FULL;
        boolean right = spec.kind() == JoinSpec.Kind.RIGHT || spec.kind() == JoinSpec.Kind.FULL;
        switch (spec.strictness()) {
            case ALL, ASOF -> {
                if (right) {
                    mark(block.rows());
                }
                emitAll(block, left, next);
            }
            case ANY -> {
                if (spec.kind() == JoinSpec.Kind.RIGHT) {
                    keepFirstOfKey(block.rows());
                    emitAll(block, false, next);
                } else {
                    if (!left) {
                        keepFirstOfKey(block.rows());
                    }
                    emitFirst(block, left, next);
                }
            }
            case SEMI -> {
                if (right) {
                    keepFirstOfKey(block.rows());
                    emitAll(block, false, next);
                } else {
                    emitFirst(block, false, next);
                }
            }
            case ANTI -> {
                if (right) {
                    mark(block.rows());
                } else {
                    emitUnmatched(block, next);
                }
            }
        }
    }

    private void mark(int rows) {
        synchronized (table) {
            byte[] used = table.usedKeys();
            for (int i = 0; i < rows; i++) {
                if (ids[i] >= 0) {
                    used[ids[i]] = 1;
                }
            }
        }
    }

    /** Forgets the matches of rows whose key another row has matched before. */
    private void keepFirstOfKey(int rows) {
        synchronized (table) {
            byte[] used = table.usedKeys();
            for (int i = 0; i < rows; i++) {
                int id = ids[i];
                if (id >= 0) {
                    ids[i] = used[id] != 0 ? -1 : id;
                    used[id] = 1;
                }
            }
        }
    }

    private void emitAll(Block block, boolean keepUnmatched, Output next) {
        if (table.isUnique() && block.rows() <= PAIRS) {
            emitUnique(block.rows(), keepUnmatched);
            return;
        }
        int[] starts = table.starts();
        int[] rows = table.rowsByKey();
        for (int i = 0; i < block.rows(); i++) {
            int id = ids[i];
            if (id >= 0) {
                for (int at = starts[id]; at < starts[id + 1]; at++) {
                    if (!add(i, rows[at], block, next)) {
                        return;
                    }
                }
            } else if (keepUnmatched && !add(i, -1, block, next)) {
                return;
            }
        }
    }

    /** At most one pair per row, and the key's number is the row's. */
    private void emitUnique(int rows, boolean keepUnmatched) {
        int keep = keepUnmatched ? 1 : 0;
        int count = 0;
        for (int i = 0; i < rows; i++) {
            int id = ids[i];
            leftRows[count] = i;
            rightRows[count] = id;
            count += ~id >>> 31 | keep;
        }
        pairs = count;
    }

    private void emitFirst(Block block, boolean keepUnmatched, Output next) {
        for (int i = 0; i < block.rows(); i++) {
            int id = ids[i];
            if (id >= 0 || keepUnmatched) {
                int row = id < 0 ? -1 : table.rowsByKey()[table.starts()[id]];
                if (!add(i, row, block, next)) {
                    return;
                }
            }
        }
    }

    private void emitUnmatched(Block block, Output next) {
        for (int i = 0; i < block.rows(); i++) {
            if (ids[i] < 0 && !add(i, -1, block, next)) {
                return;
            }
        }
    }

    private void matchNearest(Block block, byte[] unmatchable, Output next) {
        int column = spec.leftKeys().getLast();
        Column values = JoinKeys.withoutNulls(block.column(column).plain(), unmatchable);
        ValueOrder order = ValueOrder.of(Types.bare(spec.left().type(column)));
        JoinSpec.Inequality inequality = spec.asof().orElse(JoinSpec.Inequality.GREATER_OR_EQUALS);
        for (int i = 0; i < block.rows(); i++) {
            int row = ids[i] < 0 || unmatchable[i] != 0 ? -1 : table.nearest(ids[i], values, i, order, inequality);
            if ((row >= 0 || spec.kind() == JoinSpec.Kind.LEFT) && !add(i, row, block, next)) {
                return;
            }
        }
    }

    private boolean add(int leftRow, int rightRow, Block block, Output next) {
        leftRows[pairs] = leftRow;
        rightRows[pairs++] = rightRow;
        if (pairs == PAIRS) {
            flush(block, next);
        }
        return !(demand instanceof Demand.Enough);
    }

    private void flush(Block block, Output next) {
        if (pairs > 0 && !(demand instanceof Demand.Enough)) {
            context.cancellation().check();
            demand = next.accept(output.pairs(block, leftRows, table.rows(), rightRows, pairs));
        }
        pairs = 0;
    }

    /** Pairs of equal keys, in portions, of which the condition selects; what follows depends on who may match how often. */
    private void matchConditionally(Block block, FilterProgram condition, Output next) {
        boolean[] matched = new boolean[block.rows()];
        int[] candidateLeft = new int[PAIRS];
        int[] candidateRight = new int[PAIRS];
        int count = 0;
        for (int i = 0; i < block.rows(); i++) {
            int id = ids[i];
            if (id < 0) {
                continue;
            }
            for (int at = table.starts()[id]; at < table.starts()[id + 1]; at++) {
                candidateLeft[count] = i;
                candidateRight[count++] = table.rowsByKey()[at];
                if (count == PAIRS) {
                    take(block, condition, candidateLeft, candidateRight, count, matched, next);
                    count = 0;
                    if (demand instanceof Demand.Enough) {
                        return;
                    }
                }
            }
        }
        take(block, condition, candidateLeft, candidateRight, count, matched, next);
        boolean keepsUnmatched = spec.kind() == JoinSpec.Kind.FULL
                || spec.kind() == JoinSpec.Kind.LEFT && spec.strictness() != JoinSpec.Strictness.SEMI;
        for (int i = 0; i < block.rows() && keepsUnmatched; i++) {
            if (!matched[i] && !add(i, -1, block, next)) {
                return;
            }
        }
    }

    private void take(
            Block block,
            FilterProgram condition,
            int[] candidateLeft,
            int[] candidateRight,
            int count,
            boolean[] matched,
            Output next) {
        if (count == 0) {
            return;
        }
        long[] bitmap = new long[Bitmaps.words(count)];
        condition.select(pairsFor(block, candidateLeft, candidateRight, count), bitmap, context);
        int[] passing = Bitmaps.positions(bitmap, count, Bitmaps.count(bitmap, count));
        boolean right = spec.kind() == JoinSpec.Kind.RIGHT || spec.kind() == JoinSpec.Kind.FULL;
        synchronized (table) {
            byte[] used = table.usedRows();
            for (int p = 0; p < passing.length; p++) {
                int leftRow = candidateLeft[passing[p]];
                int rightRow = candidateRight[passing[p]];
                boolean usedBefore = used[rightRow] != 0;
                boolean wanted = switch (spec.strictness()) {
                    case ALL, ASOF -> true;
                    case ANTI -> false;
                    case SEMI -> right ? !usedBefore : !matched[leftRow];
                    case ANY ->
                        switch (spec.kind()) {
                            case LEFT -> !matched[leftRow];
                            case RIGHT -> !usedBefore;
                            case INNER, FULL, CROSS -> !matched[leftRow] && !usedBefore;
                        };
                };
                if (wanted || spec.strictness() == JoinSpec.Strictness.ANTI) {
                    matched[leftRow] = true;
                    used[rightRow] = 1;
                }
                passing[p] = wanted ? passing[p] : -1;
            }
        }
        for (int pair : passing) {
            if (pair >= 0 && !add(candidateLeft[pair], candidateRight[pair], block, next)) {
                return;
            }
        }
    }

    /** The columns that the condition reads, for candidate pairs; the others are placeholders. */
    private Block pairsFor(Block block, int[] candidateLeft, int[] candidateRight, int count) {
        List<Column> columns = new ArrayList<>();
        List<Header.Field> fields = new ArrayList<>(spec.left().fields());
        fields.addAll(spec.right().fields());
        int leftWidth = spec.left().width();
        ConstColumn placeholder = new ConstColumn(new ByteColumn(new byte[1], 1), count);
        for (int c = 0; c < fields.size(); c++) {
            if (!residualInputs.contains(c)) {
                columns.add(placeholder);
            } else if (c < leftWidth) {
                columns.add(block.column(c).gather(candidateLeft, count));
            } else {
                columns.add(table.rows().column(c - leftWidth).gather(candidateRight, count));
            }
        }
        return new Block(new Header(fields), columns, count);
    }
}
