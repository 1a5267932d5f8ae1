package io.millrace.pipeline.operator.sort;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.order.RowOrder;
import io.millrace.pipeline.operator.buffer.Concatenation;
import java.util.List;

/** What sorting knows about its keys: how rows compare, and their prefixes. Immutable. */
record SortPlan(Header header, List<SortKey> keys, RowOrder order, SortPrefix prefix) {
    static SortPlan of(Header header, List<SortKey> keys) {
        List<RowOrder.Key> orderKeys = keys.stream()
                .map(k -> new RowOrder.Key(k.column(), k.descending(), k.nullsFirst()))
                .toList();
        SortPrefix prefix =
                new SortPrefix(keys.stream().map(k -> header.type(k.column())).toList(), keys);
        return new SortPlan(header, List.copyOf(keys), RowOrder.of(header, orderKeys), prefix);
    }

    /** The numbers of a block's rows in sorted order. */
    int[] sorted(Block block, Cancellation cancellation) {
        Column[] columns = order.keysOf(block);
        int[] rows = new int[block.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        long[] prefixes = prefix.of(columns, rows.length);
        new RowSort(order, columns, prefix.isExact(), cancellation).sort(rows, prefixes, rows.length);
        return rows;
    }

    /** One block of the rows of several. */
    Block joined(List<Block> blocks, Cancellation cancellation) {
        return Concatenation.of(header, blocks, cancellation);
    }
}
