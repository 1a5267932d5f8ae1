package io.millrace.pipeline.operator.join;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import java.util.List;

/** The equality keys of one side of a join. Immutable. */
final class JoinKeys {
    private final int[] columns;
    private final boolean nullsMatch;
    private final KeyEncoder encoder;

    private JoinKeys(int[] columns, boolean nullsMatch, KeyEncoder encoder) {
        this.columns = columns;
        this.nullsMatch = nullsMatch;
        this.encoder = encoder;
    }

    static JoinKeys of(JoinSpec spec, Header header, List<Integer> keys) {
        int count = spec.strictness() == JoinSpec.Strictness.ASOF ? keys.size() - 1 : keys.size();
        int[] columns = keys.stream().limit(count).mapToInt(Integer::intValue).toArray();
        List<DataType> types = keys.stream()
                .limit(count)
                .map(k -> Types.bare(header.type(k)))
                .map(t -> spec.nullsMatch() ? Types.nullable(t) : t)
                .toList();
        return new JoinKeys(columns, spec.nullsMatch(), KeyEncoder.of(types));
    }

    KeyEncoder encoder() {
        return encoder;
    }

    /**
     * Normalises the keys of a block.
     *
     * @param unmatchable gets 1 for rows whose key has a NULL that equals nothing
     */
    void encode(Block block, byte[] unmatchable, KeyBatch batch) {
        Column[] keys = new Column[columns.length];
        for (int k = 0; k < keys.length; k++) {
            Column key = block.column(columns[k]).plain();
            if (nullsMatch) {
                boolean wrap = !(key instanceof NullableColumn)
                        && encoder.types().get(k).isNullable();
                keys[k] = wrap ? new NullableColumn(new byte[key.rows()], key) : key;
            } else {
                keys[k] = withoutNulls(key, unmatchable);
            }
        }
        encoder.encode(keys, block.rows(), batch);
    }

    static Column withoutNulls(Column column, byte[] nulls) {
        if (!(column instanceof NullableColumn nullable)) {
            return column;
        }
        byte[] map = nullable.nulls();
        for (int i = 0; i < column.rows(); i++) {
            nulls[i] |= map[i];
        }
        return nullable.values();
    }
}
