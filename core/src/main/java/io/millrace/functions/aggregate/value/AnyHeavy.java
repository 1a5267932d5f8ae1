package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
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

/** A value that is in more than half of the rows, if there is one; otherwise any. */
@Builtin("anyHeavy")
final class AnyHeavy extends PlainAggregate {
    AnyHeavy() {
        super("anyHeavy");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "anyHeavy(x)", "The value of more than half of the rows, if there is one.")
                .example("SELECT anyHeavy(x) FROM (SELECT arrayJoin([1, 2, 1, 1]) AS x)", "1");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        return new Plain(type, () -> new State(type));
    }

    /** Boyer and Moore's majority vote per group. */
    private static final class State implements FixedSizeState {
        private final DataType type;
        private final ValueCells cells;
        private long[] counters = {};

        State(DataType type) {
            this.type = type;
            cells = ValueCells.of(type);
        }

        @Override
        public void resize(int groups) {
            cells.resize(groups);
            if (groups > counters.length) {
                counters = Arrays.copyOf(counters, Growth.capacity(counters.length, groups));
            }
        }

        private void vote(int group, Column column, int row) {
            if (cells.has(group) && cells.compare(group, column, row) == 0) {
                counters[group]++;
            } else if (counters[group] == 0) {
                cells.set(group, column, row);
                counters[group] = 1;
            } else {
                counters[group]--;
            }
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            for (int i = 0; i < rows; i++) {
                vote(groupOf[i], arguments[0], i);
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int i = from; i < to; i++) {
                vote(group, arguments[0], i);
            }
        }

        private void mergeOne(int group, ValueCells other, int otherGroup, long counter) {
            if (!other.has(otherGroup)) {
                return;
            }
            if (cells.has(group) && cells.compare(group, other, otherGroup) == 0) {
                counters[group] += counter;
            } else if (!cells.has(group) || counters[group] < counter) {
                cells.copy(group, other, otherGroup);
                counters[group] = counter - counters[group];
            } else {
                counters[group] -= counter;
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            State theirs = (State) other;
            for (int g = 0; g < groups; g++) {
                mergeOne(targetOf[g], theirs.cells, g, theirs.counters[g]);
            }
        }

        @Override
        public Column result(int from, int to) {
            return cells.column(from, to);
        }

        @Override
        public void write(int group, ByteSink out) {
            cells.write(group, out);
            out.putLong(counters[group]);
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            ValueCells one = ValueCells.of(type);
            one.resize(1);
            one.read(0, in);
            mergeOne(group, one, 0, in.getLong());
        }

        @Override
        public long sizeBytes() {
            return cells.sizeBytes() + 8L * counters.length;
        }
    }
}
