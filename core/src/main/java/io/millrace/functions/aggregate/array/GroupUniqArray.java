package io.millrace.functions.aggregate.array;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.GroupedByteSet;
import io.millrace.functions.aggregate.ParameterValues;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The distinct values of a group as an array; their order is not specified (here: as they came). */
@Builtin("groupUniqArray")
final class GroupUniqArray extends PlainAggregate {
    GroupUniqArray() {
        super("groupUniqArray");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "groupUniqArray[(max_size)](x)",
                        "Array of the distinct values, in no particular order.")
                .example("SELECT arraySort(groupUniqArray(number % 3)) FROM numbers(10)", "[0,1,2]");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.one(name(), arguments);
        if (parameters.size() > 1) {
            throw Checks.count(
                    "Incorrect number of parameters for aggregate function " + name() + ", should be 0 or 1");
        }
        int max = parameters.isEmpty() ? Integer.MAX_VALUE : ParameterValues.positive(parameters.getFirst(), name());
        DataType type = arguments.getFirst();
        return new Plain(Types.array(type), () -> new State(type, max));
    }

    /** Values in their written form in one set. */
    private static final class State implements GroupedState {
        private final DataType type;
        private final int max;
        private final ElementBytes bytes;
        private final GroupedByteSet set = new GroupedByteSet();
        private final ByteSink scratch = new ByteSink();

        State(DataType type, int max) {
            this.type = type;
            this.max = max;
            bytes = new ElementBytes(type);
        }

        @Override
        public void resize(int groups) {
            set.resize(groups);
        }

        private void addRow(int group, Column column, int row) {
            if (set.count(group) < max) {
                scratch.clear();
                bytes.write(column, row, scratch);
                set.add(scratch.array(), 0, scratch.size(), group);
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

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            GroupedByteSet theirs = ((State) other).set;
            for (int pair = 0; pair < theirs.size(); pair++) {
                int target = targetOf[theirs.groups()[pair]];
                if (set.count(target) < max) {
                    set.add(theirs.arena(), theirs.start(pair), theirs.end(pair) - theirs.start(pair), target);
                }
            }
        }

        @Override
        public Column result(int from, int to) {
            int[] offsets = new int[to - from + 1];
            ColumnBuilder elements = ColumnBuilder.of(type, 16);
            for (int g = from; g < to; g++) {
                int first = set.firstMember(g);
                for (int i = first; i < first + set.count(g); i++) {
                    int pair = set.members()[i];
                    bytes.read(ByteSource.of(set.arena(), set.start(pair), set.end(pair)), elements);
                }
                offsets[g - from + 1] = elements.rows();
            }
            return new ArrayColumn(offsets, elements.build(), to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putVarint(set.count(group));
            int first = set.firstMember(group);
            for (int i = first; i < first + set.count(group); i++) {
                int pair = set.members()[i];
                out.put(set.arena(), set.start(pair), set.end(pair) - set.start(pair));
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            long count = in.getVarint();
            ColumnBuilder one = ColumnBuilder.of(type, 1);
            for (long i = 0; i < count; i++) {
                bytes.read(in, one);
            }
            Column read = one.build();
            for (int i = 0; i < count; i++) {
                addRow(group, read, i);
            }
        }

        @Override
        public long sizeBytes() {
            return set.sizeBytes();
        }
    }
}
