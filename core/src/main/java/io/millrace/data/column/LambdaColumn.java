package io.millrace.data.column;

import io.millrace.base.error.DbException;

/**
 * A lambda as a function receives it: not values but something that computes them from parameter columns. The only open member of the family; made by
 * the evaluator, consumed by higher-order functions.
 */
public abstract non-sealed class LambdaColumn extends Column {
    protected LambdaColumn(int rows) {
        super(rows);
    }

    /**
     * Computes the body.
     *
     * @param parameters one plain column per parameter, all of {@code rows} rows
     * @param sourceRow for each of those rows the row of this column's block it came from, to look up captured columns
     * @return a column of {@code rows} rows of the lambda's type
     */
    public abstract Column apply(Column[] parameters, int[] sourceRow, int rows);

    @Override
    public Column gather(int[] positions, int count) {
        throw DbException.bug("A lambda has no rows to gather");
    }

    @Override
    public Column slice(int from, int to) {
        throw DbException.bug("A lambda has no rows to slice");
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public ColumnBuilder newBuilder(int expectedRows) {
        throw DbException.bug("A lambda cannot be built row by row");
    }
}
