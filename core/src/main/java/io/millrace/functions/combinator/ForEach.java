package io.millrace.functions.combinator;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;
import java.util.List;

/** -ForEach: aggregates the first elements of arrays, the second ones, and so on, into an array. */
@Builtin("ForEach")
final class ForEach implements AggregateCombinator {
    private static final int MAX_ELEMENTS = 0x1000000;

    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "ForEach");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            BoundAggregate inner = nested.bind(parameters, Array.elements(arguments, "ForEach"));
            return new BoundFunction(
                    Types.array(inner.type()),
                    BoundFunction.stateType(name(), parameters, arguments),
                    () -> new PerElement(inner.newState()));
        }
    }

    /** One nested group for each position of each group, made when first needed. */
    private static final class PerElement implements GroupedState {
        private final GroupedState nested;
        private int[][] ids = {};
        private int nestedGroups;

        PerElement(GroupedState nested) {
            this.nested = nested;
        }

        @Override
        public void resize(int groups) {
            int old = ids.length;
            if (groups > old) {
                ids = Arrays.copyOf(ids, Growth.capacity(old, groups));
                Arrays.fill(ids, old, ids.length, new int[0]);
            }
        }

        private int[] idsOf(int group, int length) {
            int[] own = ids[group];
            if (own.length < length) {
                if (length > MAX_ELEMENTS) {
                    throw new DbException(
                            ErrorCode.TOO_LARGE_ARRAY_SIZE,
                            "Suspiciously large array size in -ForEach aggregate function");
                }
                int known = own.length;
                own = Arrays.copyOf(own, length);
                for (int i = known; i < length; i++) {
                    own[i] = nestedGroups++;
                }
                nested.resize(nestedGroups);
                ids[group] = own;
            }
            return own;
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            addRows(groupOf, 0, arguments, 0, rows);
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            addRows(new int[0], group, arguments, from, to);
        }

        private void addRows(int[] groupOf, int onlyGroup, Column[] arguments, int from, int to) {
            Array.checkLengths(arguments, from, to, "ForEach");
            int[] offsets = ((ArrayColumn) arguments[0]).offsets();
            int[] targets = new int[offsets[to] - offsets[from]];
            for (int i = from, at = 0; i < to; i++) {
                int length = offsets[i + 1] - offsets[i];
                int[] own = idsOf(groupOf.length == 0 ? onlyGroup : groupOf[i], length);
                System.arraycopy(own, 0, targets, at, length);
                at += length;
            }
            Column[] elements = new Column[arguments.length];
            for (int a = 0; a < arguments.length; a++) {
                ArrayColumn array = (ArrayColumn) arguments[a];
                elements[a] = array.elements()
                        .slice(array.offsets()[from], array.offsets()[to])
                        .plain();
            }
            nested.add(targets, elements, targets.length);
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            PerElement theirs = (PerElement) other;
            int[] targets = new int[theirs.nestedGroups];
            for (int g = 0; g < groups; g++) {
                int[] own = idsOf(targetOf[g], theirs.ids[g].length);
                for (int i = 0; i < theirs.ids[g].length; i++) {
                    targets[theirs.ids[g][i]] = own[i];
                }
            }
            nested.merge(theirs.nested, targets, theirs.nestedGroups);
        }

        @Override
        public Column result(int from, int to) {
            int[] offsets = new int[to - from + 1];
            int total = 0;
            for (int g = from; g < to; g++) {
                total += ids[g].length;
                offsets[g - from + 1] = total;
            }
            int[] positions = new int[total];
            for (int g = from; g < to; g++) {
                System.arraycopy(ids[g], 0, positions, offsets[g - from], ids[g].length);
            }
            return new ArrayColumn(offsets, nested.result(0, nestedGroups).gather(positions, total), to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            out.putLong(ids[group].length);
            for (int id : ids[group]) {
                nested.write(id, out);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            int length = in.getSizeOfLong(MAX_ELEMENTS);
            for (int i = 0; i < length; i++) {
                nested.readMerge(idsOf(group, i + 1)[i], in);
            }
        }

        @Override
        public long sizeBytes() {
            return nested.sizeBytes() + 24L * ids.length + 4L * nestedGroups;
        }
    }
}
