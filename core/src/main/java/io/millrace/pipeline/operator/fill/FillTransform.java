package io.millrace.pipeline.operator.fill;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import java.util.List;
import java.util.Optional;

/**
 * ORDER BY columns WITH FILL on a serial stream sorted by them: puts rows where values are missing, as ClickHouse does it. Rows with equal values of the columns
 * that stand before the filled ones are filled by themselves. Other columns of a filled row have defaults, or what INTERPOLATE says. Owned by one driver.
 */
public final class FillTransform implements Transform {
    private static final int MAX_ROWS_AT_ONCE = Block.DEFAULT_ROWS;

    private final Header header;
    private final Spec spec;
    private final ExpressionProgram interpolations;
    private final EvaluationContext context;
    private final FillRow filled;
    private final FillRow next;

    /** Whether filled rows need the row before. */
    private final boolean looksBack;

    /** The row before, whichever it was: a block of one row; only kept if it is needed. */
    private Optional<Block> last = Optional.empty();

    private boolean anyRows;

    private boolean begun;
    private boolean isFilledOut;

    /**
     * What is filled.
     *
     * @param prefix columns of ORDER BY before the filled ones
     * @param interpolated columns whose value in filled rows follows from the row before
     * @param values their values, over the row before
     */
    public record Spec(List<Integer> prefix, List<FillKey> keys, List<Integer> interpolated, List<Expression> values) {
        public Spec {
            prefix = List.copyOf(prefix);
            keys = List.copyOf(keys);
            interpolated = List.copyOf(interpolated);
            values = List.copyOf(values);
        }
    }

    private FillTransform(Header header, Spec spec, EvaluationContext context) {
        this.header = header;
        this.spec = spec;
        this.interpolations = ExpressionProgram.compile(spec.values());
        this.context = context;
        this.looksBack = !spec.prefix().isEmpty() || !spec.interpolated().isEmpty();
        this.filled = new FillRow(spec.keys());
        this.next = new FillRow(spec.keys());
    }

    public static Transform.Factory factory(Header header, Spec spec, EvaluationContext context) {
        return driver -> new FillTransform(header, spec, context);
    }

    @Override
    public Demand accept(Block block, Output output) {
        Rows rows = new Rows(block.rows() * 2, output);
        for (int i = 0; i < block.rows(); i++) {
            if (begun && !sameGroup(block, i)) {
                fillToEnd(rows);
                begun = false;
            }
            boolean first = !begun;
            if (first) {
                begin(block, i, rows);
            } else {
                reach(block, i);
            }
            fillUp(first, rows);
            rows.add(block, i);
            if (rows.isEnough()) {
                return Demand.ENOUGH;
            }
        }
        return rows.flush();
    }

    private boolean sameGroup(Block block, int row) {
        for (int column : spec.prefix()) {
            Column before = last.orElseThrow().column(column).plain();
            if (ValueOrder.of(header.type(column))
                            .compare(before, 0, block.column(column).plain(), row, 1)
                    != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first row of a group: what FROM asks for comes before it. */
    private void begin(Block block, int row, Rows rows) {
        begun = true;
        anyRows = true;
        isFilledOut = false;
        if (looksBack && (last.isEmpty() || !spec.prefix().isEmpty())) {
            keepPrefixOf(block, row);
        }
        for (int i = 0; i < spec.keys().size(); i++) {
            filled.set(i, Optional.empty());
            next.set(i, Optional.empty());
        }
        for (int i = 0; i < spec.keys().size(); i++) {
            FillKey key = spec.keys().get(i);
            Optional<FillKey.Value> value = key.at(block.column(key.column()).plain(), row);
            Optional<FillKey.Value> from = key.from();
            boolean differs = from.isPresent() && !(value.isPresent() && key.isSame(value.get(), from.get()));
            if (differs) {
                filled.beginFrom(i);
                boolean before = value.isPresent() && key.isBefore(from.get(), value.get());
                boolean inside =
                        key.to().isEmpty() || key.isBefore(from.get(), key.to().get());
                if (before && inside) {
                    rows.addFilled();
                    isFilledOut = true;
                }
                break;
            }
            filled.set(i, value);
            isFilledOut = i == spec.keys().size() - 1;
        }
        reach(block, row);
    }

    /** Sets the row up to which rows may be missing: the row itself, but not beyond TO. */
    private void reach(Block block, int row) {
        for (int i = 0; i < spec.keys().size(); i++) {
            FillKey key = spec.keys().get(i);
            Optional<FillKey.Value> value = key.at(block.column(key.column()).plain(), row);
            boolean beyond = value.isPresent()
                    && key.to().isPresent()
                    && !key.isBefore(value.get(), key.to().get());
            next.set(i, beyond ? key.to() : value);
        }
    }

    private void fillUp(boolean first, Rows rows) {
        if (!first && !isFilledOut && filled.isBefore(next)) {
            rows.addFilled();
        }
        while (filled.advance(next)) {
            rows.addFilled();
        }
        isFilledOut = true;
    }

    /** Behind the last row of a group: up to TO. */
    private void fillToEnd(Rows rows) {
        for (int i = 0; i < spec.keys().size(); i++) {
            next.set(i, spec.keys().get(i).to());
        }
        while (filled.advance(next) && filled.isBefore(next)) {
            rows.addFilled();
        }
    }

    @Override
    public void finish(Output output) {
        Rows rows = new Rows(1024, output);
        if (begun) {
            fillToEnd(rows);
        } else if (!anyRows && spec.keys().stream().allMatch(k -> k.from().isPresent() && k.to().isPresent())) {
            filled.beginFrom(0);
            for (int i = 0; i < spec.keys().size(); i++) {
                next.set(i, spec.keys().get(i).to());
            }
            if (filled.isBefore(next)) {
                rows.addFilled();
                fillToEnd(rows);
            }
        }
        rows.flush();
    }

    private void keepPrefixOf(Block block, int row) {
        ColumnBuilder[] builders = header.newBuilders(1);
        for (int c = 0; c < builders.length; c++) {
            if (spec.prefix().contains(c)) {
                builders[c].append(block.column(c), row);
            } else {
                builders[c].appendDefault();
            }
        }
        last = Optional.of(Block.of(header, builders));
    }

    /** Output rows that are being collected. */
    private final class Rows {
        private final Output output;
        private ColumnBuilder[] builders;
        private int count;
        private Demand demand = Demand.MORE;

        Rows(int expected, Output output) {
            this.output = output;
            this.builders = header.newBuilders(expected);
        }

        void add(Block block, int row) {
            for (int c = 0; c < builders.length; c++) {
                builders[c].append(block.column(c), row);
            }
            if (looksBack) {
                ColumnBuilder[] kept = header.newBuilders(1);
                for (int c = 0; c < builders.length; c++) {
                    kept[c].append(block.column(c), row);
                }
                last = Optional.of(Block.of(header, kept));
            }
            flushIfFull();
        }

        void addFilled() {
            Column[] computed = last.isEmpty() || spec.interpolated().isEmpty()
                    ? new Column[0]
                    : interpolations.evaluate(last.get(), context);
            for (int c = 0; c < builders.length; c++) {
                append(c, computed, builders[c]);
            }
            if (looksBack) {
                ColumnBuilder[] kept = header.newBuilders(1);
                for (int c = 0; c < builders.length; c++) {
                    append(c, computed, kept[c]);
                }
                last = Optional.of(Block.of(header, kept));
            }
            flushIfFull();
        }

        private void append(int column, Column[] computed, ColumnBuilder builder) {
            for (int k = 0; k < spec.keys().size(); k++) {
                if (spec.keys().get(k).column() == column && filled.value(k).isPresent()) {
                    spec.keys().get(k).append(filled.value(k).get(), builder);
                    return;
                }
            }
            int place = spec.interpolated().indexOf(column);
            if (place >= 0 && computed.length > place) {
                builder.append(computed[place].plain(), 0);
            } else if (last.isPresent() && spec.prefix().contains(column)) {
                builder.append(last.get().column(column).plain(), 0);
            } else {
                builder.appendDefault();
            }
        }

        private void flushIfFull() {
            if (++count >= MAX_ROWS_AT_ONCE) {
                context.cancellation().check();
                flush();
            }
        }

        boolean isEnough() {
            return demand instanceof Demand.Enough;
        }

        Demand flush() {
            if (count > 0) {
                Block block = Block.of(header, builders);
                builders = header.newBuilders(1024);
                count = 0;
                demand = output.accept(block);
            }
            return demand;
        }
    }
}
