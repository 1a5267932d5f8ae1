package io.millrace.mergetree.read;

import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.mark.MarkRange;
import io.millrace.mergetree.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The granules that a scan has still to read, handed out in pieces that shrink towards the end, so that all drivers finish together. Pieces follow one another
 * in a part, so that reading stays sequential. Thread-safe.
 */
final class ReadQueue {
    /** Smallest piece: one block of the usual granules. */
    private static final int LEAST_GRANULES = 8;

    private static final int MOST_GRANULES = 64;

    /** Consecutive granules of one part. */
    record Piece(Part part, MarkRange range) {}

    private final List<Piece> runs = new ArrayList<>();
    private final int drivers;
    private int run;
    private int position;
    private long granulesLeft;

    ReadQueue(List<PartSelection> selections, int drivers) {
        this.drivers = Math.max(1, drivers);
        for (PartSelection selection : selections) {
            for (MarkRange range : selection.ranges()) {
                runs.add(new Piece(selection.part(), range));
                granulesLeft += range.granules();
            }
        }
        position = runs.isEmpty() ? 0 : runs.getFirst().range().begin();
    }

    synchronized Optional<Piece> next() {
        if (run == runs.size()) {
            return Optional.empty();
        }
        Piece current = runs.get(run);
        long share = granulesLeft / (2L * drivers);
        int size = Math.clamp(share, LEAST_GRANULES, MOST_GRANULES) / LEAST_GRANULES * LEAST_GRANULES;
        int end = Math.min(current.range().end(), position + size);
        // a rest that is not worth a piece of its own goes with this one
        if (current.range().end() - end < LEAST_GRANULES / 2) {
            end = current.range().end();
        }
        Piece piece = new Piece(current.part(), new MarkRange(position, end));
        granulesLeft -= piece.range().granules();
        position = end;
        if (end == current.range().end() && ++run < runs.size()) {
            position = runs.get(run).range().begin();
        }
        return Optional.of(piece);
    }

    synchronized boolean isEmpty() {
        return run == runs.size();
    }

    /** How many drivers can be kept busy. */
    synchronized int parallelism() {
        return Math.clamp((granulesLeft + LEAST_GRANULES - 1) / LEAST_GRANULES, 1, drivers);
    }
}
