package io.millrace.functions.aggregate.array;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ChunkedRows;
import io.millrace.functions.aggregate.ParameterValues;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** All values of a group as an array, or the first so many. */
@Builtin({"groupArray", "array_agg"})
final class GroupArray extends PlainAggregate {
    GroupArray() {
        super("groupArray");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "groupArray[(max_size)](x)",
                        "Array of the values that are not NULL, in the order they came.")
                .example("SELECT groupArray(number) FROM numbers(3)", "[0,1,2]")
                .example("SELECT groupArray(2)(number) FROM numbers(3)", "[0,1]");
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

    /** Rows collected per group. */
    private static final class State implements GroupedState {
        private final int max;
        private final ElementBytes bytes;
        private final ChunkedRows rows;

        State(DataType type, int max) {
            this.max = max;
            bytes = new ElementBytes(type);
            rows = new ChunkedRows(type);
        }

        @Override
        public void resize(int groups) {
            rows.resize(groups);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int count) {
            for (int i = 0; i < count; i++) {
                if (rows.count(groupOf[i]) < max) {
                    rows.append(groupOf[i], arguments[0], i);
                }
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int i = from; i < to && rows.count(group) < max; i++) {
                rows.append(group, arguments[0], i);
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            ChunkedRows theirs = ((State) other).rows;
            Column all = theirs.snapshot();
            for (int g = 0; g < groups; g++) {
                for (int row : theirs.rowsOf(g)) {
                    if (rows.count(targetOf[g]) < max) {
                        rows.append(targetOf[g], all, row);
                    }
                }
            }
        }

        @Override
        public Column result(int from, int to) {
            return rows.arrays(rows.snapshot(), from, to);
        }

        @Override
        public void write(int group, ByteSink out) {
            Column all = rows.snapshot();
            out.putVarint(rows.count(group));
            for (int row : rows.rowsOf(group)) {
                bytes.write(all, row, out);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            long count = in.getVarint();
            for (long i = 0; i < count; i++) {
                int before = rows.builder().rows();
                bytes.read(in, rows.builder());
                if (rows.count(group) < max) {
                    rows.link(group);
                } else {
                    rows.builder().truncate(before);
                }
            }
        }

        @Override
        public long sizeBytes() {
            return rows.sizeBytes();
        }
    }
}
