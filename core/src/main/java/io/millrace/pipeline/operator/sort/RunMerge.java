package io.millrace.pipeline.operator.sort;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.pipeline.flow.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Merges sorted runs to one sorted stream; of equal rows those of earlier runs come first. Owned by one driver. */
final class RunMerge implements Source {
    private final SortPlan plan;
    private final List<SortedRun> runs;
    private final int blockRows;
    private final Runnable atEnd;
    private final List<Cursor> heap = new ArrayList<>();
    private long rest;
    private boolean begun;

    /**
     * Merges up to {@code limit} rows.
     *
     * @param atEnd runs when the source is closed
     */
    RunMerge(SortPlan plan, List<SortedRun> runs, long limit, int blockRows, Runnable atEnd) {
        this.plan = plan;
        this.runs = runs;
        this.rest = limit;
        this.blockRows = blockRows;
        this.atEnd = atEnd;
    }

    @Override
    public Poll poll() {
        if (!begun) {
            begun = true;
            for (int r = 0; r < runs.size(); r++) {
                Cursor cursor = new Cursor(r, runs.get(r));
                if (cursor.load()) {
                    heap.add(cursor);
                }
            }
            heap.sort(Cursor::compare);
        }
        if (heap.isEmpty() || rest == 0) {
            return FINISHED;
        }
        Block block = heap.size() == 1 ? single(heap.getFirst()) : merged();
        rest -= block.rows();
        return new Poll.Ready(block);
    }

    /** With one run left its blocks pass as they are. */
    private Block single(Cursor cursor) {
        int to = (int) Math.min(cursor.block.rows(), cursor.position + rest);
        Block block = cursor.block.slice(cursor.position, to);
        if (!cursor.load()) {
            heap.clear();
        }
        return block;
    }

    private Block merged() {
        int wanted = (int) Math.min(blockRows, rest);
        int[] pieceOf = new int[wanted];
        List<Piece> pieces = new ArrayList<>();
        int count = 0;
        while (count < wanted && !heap.isEmpty()) {
            Cursor first = heap.getFirst();
            if (first.piece < 0) {
                first.piece = pieces.size();
                pieces.add(new Piece(first.block));
            }
            pieces.get(first.piece).add(first.position);
            pieceOf[count++] = first.piece;
            first.position++;
            if (first.position == first.block.rows() && !first.load()) {
                heap.removeFirst();
            } else {
                sink();
            }
        }
        heap.forEach(cursor -> cursor.piece = -1);
        return woven(pieces, pieceOf, count);
    }

    /** Moves the first cursor to its place; there are few, so a sorted list does. */
    private void sink() {
        int at = 0;
        while (at + 1 < heap.size() && heap.get(at).compare(heap.get(at + 1)) > 0) {
            heap.set(at, heap.set(at + 1, heap.get(at)));
            at++;
        }
    }

    /** Takes the rows of all pieces, then puts them into their order. */
    private Block woven(List<Piece> pieces, int[] pieceOf, int count) {
        int[] next = new int[pieces.size()];
        int at = 0;
        for (int p = 0; p < next.length; p++) {
            next[p] = at;
            at += pieces.get(p).count;
        }
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = next[pieceOf[i]]++;
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < plan.header().width(); c++) {
            ColumnBuilder builder = ColumnBuilder.of(plan.header().type(c), count);
            for (Piece piece : pieces) {
                builder.appendRange(piece.block.column(c).gather(piece.rows, piece.count), 0, piece.count);
            }
            columns.add(builder.build().gather(positions, count));
        }
        return new Block(plan.header(), columns, count);
    }

    @Override
    public void close() {
        runs.forEach(SortedRun::close);
        atEnd.run();
    }

    /** Rows taken from one block. */
    private static final class Piece {
        private final Block block;
        private int[] rows = new int[64];
        private int count;

        Piece(Block block) {
            this.block = block;
        }

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
    }

    /** Where a run stands. */
    private final class Cursor {
        private final int number;
        private final SortedRun run;
        private Block block = new Block(plan.header(), List.of(), 0);
        private Column[] keys = new Column[0];
        private long[] prefixes = new long[0];
        private int position;
        private int piece = -1;

        Cursor(int number, SortedRun run) {
            this.number = number;
            this.run = run;
        }

        boolean load() {
            Optional<Block> next = run.next();
            if (next.isEmpty()) {
                return false;
            }
            block = next.get();
            keys = plan.order().keysOf(block);
            prefixes = plan.prefix().of(keys, block.rows());
            position = 0;
            piece = -1;
            return true;
        }

        int compare(Cursor other) {
            int order = Long.compareUnsigned(prefixes[position], other.prefixes[other.position]);
            if (order != 0) {
                return order;
            }
            if (!plan.prefix().isExact()) {
                order = plan.order().compare(keys, position, other.keys, other.position);
            }
            return order != 0 ? order : Integer.compare(number, other.number);
        }
    }
}
