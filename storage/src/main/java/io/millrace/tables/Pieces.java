package io.millrace.tables;

import io.millrace.data.block.Block;
import java.util.ArrayList;
import java.util.List;

/** Cuts what an INSERT brings into blocks worth storing: not much larger than the usual size, without constants. Stateless. */
final class Pieces {
    private static final long MAX_BYTES = 64L << 20;

    private Pieces() {}

    /** The block's rows in order; nothing for a block without rows. */
    static List<Block> of(Block block) {
        List<Block> pieces = new ArrayList<>();
        if (block.rows() > 0) {
            Block stored = new Block(
                    block.header(),
                    block.columns().stream().map(Projection::stored).toList(),
                    block.rows());
            cut(stored, pieces);
        }
        return pieces;
    }

    private static void cut(Block block, List<Block> pieces) {
        boolean manyRows = block.rows() >= 2 * Block.DEFAULT_ROWS;
        boolean manyBytes = block.rows() > 1 && block.sizeBytes() > MAX_BYTES;
        if (manyRows || manyBytes) {
            int middle = block.rows() / 2;
            cut(block.slice(0, middle), pieces);
            cut(block.slice(middle, block.rows()), pieces);
        } else {
            pieces.add(block);
        }
    }
}
