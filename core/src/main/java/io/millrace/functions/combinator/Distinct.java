package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.GroupedByteSet;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** -Distinct: each combination of arguments counts once per group. */
@Builtin("Distinct")
final class Distinct implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends PlainAggregate {
        private final AggregateFunction nested;

        Function(AggregateFunction nested) {
            super(nested.name() + "Distinct");
            this.nested = nested;
        }

        @Override
        public FunctionDoc doc() {
            FunctionDoc doc = nested.doc();
            return FunctionDoc.of(doc.category(), name() + "(...)", doc.text() + " Equal arguments count once.");
        }

        @Override
        protected boolean zeroWhenEmpty() {
            return nested.name().equals("count");
        }

        @Override
        protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
            if (arguments.isEmpty()) {
                throw Checks.count("Incorrect number of arguments for aggregate function with Distinct suffix");
            }
            BoundAggregate inner = nested.bind(parameters, arguments);
            return new Plain(inner.type(), () -> new State(inner, arguments));
        }
    }

    /** The arguments of all groups in one set; the nested states are made of it at the end. */
    private static final class State implements GroupedState {
        private final BoundAggregate inner;
        private final List<DataType> types;
        private final List<Serialization> serializations;
        private final boolean single;
        private final GroupedByteSet set = new GroupedByteSet();
        private final ByteSink scratch = new ByteSink();
        private int groups;
        private @Nullable GroupedState finished;
        private int finishedPairs;
        private int finishedGroups;

        State(BoundAggregate inner, List<DataType> types) {
            this.inner = inner;
            this.types = types;
            this.single = types.size() == 1 && Numbers.width(types.getFirst()) > 0;
            serializations = types.stream()
                    .map(t -> Serialization.of(t, StateFormats.NONE))
                    .toList();
        }

        @Override
        public void resize(int newGroups) {
            set.resize(newGroups);
            groups = Math.max(groups, newGroups);
        }

        private void addRow(int group, Column[] arguments, int row) {
            scratch.clear();
            for (int a = 0; a < arguments.length; a++) {
                serializations.get(a).writeRow(arguments[a], row, scratch);
            }
            set.add(scratch.array(), 0, scratch.size(), group);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            for (int i = 0; i < rows; i++) {
                addRow(groupOf[i], arguments, i);
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            for (int i = from; i < to; i++) {
                addRow(group, arguments, i);
            }
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int count) {
            set.merge(((State) other).set, targetOf);
        }

        @Override
        public Column result(int from, int to) {
            GroupedState known = finished;
            if (known == null || finishedPairs != set.size() || finishedGroups != groups) {
                known = finish();
                finished = known;
                finishedPairs = set.size();
                finishedGroups = groups;
            }
            return known.result(from, to);
        }

        private GroupedState finish() {
            ColumnBuilder[] builders =
                    types.stream().map(t -> ColumnBuilder.of(t, set.size())).toArray(ColumnBuilder[]::new);
            for (int pair = 0; pair < set.size(); pair++) {
                ByteSource source = ByteSource.of(set.arena(), set.start(pair), set.end(pair));
                for (int a = 0; a < builders.length; a++) {
                    serializations.get(a).readRow(source, builders[a]);
                }
            }
            Column[] columns = new Column[builders.length];
            for (int a = 0; a < builders.length; a++) {
                columns[a] = builders[a].build();
            }
            GroupedState nested = inner.newState();
            nested.resize(groups);
            nested.add(set.groups(), columns, set.size());
            return nested;
        }

        /** A single number is written as it is, other arguments as a string of their bytes. */
        @Override
        public void write(int group, ByteSink out) {
            out.putVarint(set.count(group));
            int first = set.firstMember(group);
            for (int i = first; i < first + set.count(group); i++) {
                int pair = set.members()[i];
                int length = set.end(pair) - set.start(pair);
                if (!single) {
                    out.putVarint(length);
                }
                out.put(set.arena(), set.start(pair), length);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            long count = in.getVarint();
            for (long i = 0; i < count; i++) {
                int length = single ? Numbers.width(types.getFirst()) : in.getSize(1 << 30);
                in.require(length);
                set.add(in.array(), in.position(), length, group);
                in.seek(in.position() + length);
            }
        }

        @Override
        public long sizeBytes() {
            return set.sizeBytes();
        }
    }
}
