package io.millrace.functions.aggregate.value;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.Arrays;
import java.util.List;

/** The value if there is only one, otherwise NULL: what subqueries compared by ALL need. */
@Builtin("singleValueOrNull")
final class SingleValueOrNull extends PlainAggregate {
    SingleValueOrNull() {
        super("singleValueOrNull");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "singleValueOrNull(x)", "The only value, or NULL if there are several.")
                .example("SELECT singleValueOrNull(number * 0) FROM numbers(3)", "0")
                .example("SELECT singleValueOrNull(number) FROM numbers(3)", "\\N");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        if (!Types.canBeInNullable(type)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Nested type " + type.name() + " cannot be inside Nullable type.");
        }
        return new Plain(new NullableType(type), () -> new State(type));
    }

    /** A value per group, and whether a second one came. */
    private static final class State implements FixedSizeState {
        private final DataType type;
        private final ValueCells cells;
        private byte[] several = {};

        State(DataType type) {
            this.type = type;
            cells = ValueCells.of(type);
        }

        @Override
        public void resize(int groups) {
            cells.resize(groups);
            if (groups > several.length) {
                several = Arrays.copyOf(several, Growth.capacity(several.length, groups));
            }
        }

        private void addRow(int group, Column column, int row) {
            if (!cells.has(group)) {
                cells.set(group, column, row);
            } else if (several[group] == 0 && cells.compare(group, column, row) != 0) {
                several[group] = 1;
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            for (int i = 0; i < rows; i++) {
                addRow(groupOf[i], arguments[0], i);
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int i = from; i < to; i++) {
                addRow(group, arguments[0], i);
            }
        }

        private void mergeOne(int group, ValueCells other, int otherGroup, byte otherSeveral) {
            if (!other.has(otherGroup)) {
                return;
            }
            if (!cells.has(group)) {
                cells.copy(group, other, otherGroup);
            } else if (cells.compare(group, other, otherGroup) != 0) {
                several[group] = 1;
            }
            several[group] |= otherSeveral;
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            State theirs = (State) other;
            for (int g = 0; g < groups; g++) {
                mergeOne(targetOf[g], theirs.cells, g, theirs.several[g]);
            }
        }

        @Override
        public Column result(int from, int to) {
            byte[] nulls = new byte[to - from];
            for (int g = from; g < to; g++) {
                nulls[g - from] = (byte) (cells.has(g) && several[g] == 0 ? 0 : 1);
            }
            return new NullableColumn(nulls, cells.column(from, to));
        }

        /** Like ClickHouse's, the written form does not tell that there were several values. */
        @Override
        public void write(int group, ByteSink out) {
            cells.write(group, out);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            ValueCells one = ValueCells.of(type);
            one.resize(1);
            one.read(0, in);
            mergeOne(group, one, 0, (byte) 0);
        }

        @Override
        public long sizeBytes() {
            return cells.sizeBytes() + several.length;
        }
    }
}
