package io.millrace.functions.combinator;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import io.millrace.functions.aggregate.ParameterValues;
import java.util.Arrays;
import java.util.List;

/** -Resample(start, end, step): one result for each interval of the last argument, as an array. */
@Builtin("Resample")
final class Resample implements AggregateCombinator {
    private static final long MAX_BUCKETS = 1_000_000;

    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function: its parameters are the nested function's, then start, end and step. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "Resample");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            if (arguments.isEmpty()) {
                throw Checks.count("Incorrect number of arguments for aggregate function with Resample suffix");
            }
            int own = parameters.size() - 3;
            if (own < 0) {
                throw Checks.count("Incorrect number of parameters for aggregate function with Resample suffix");
            }
            DataType key = arguments.getLast();
            boolean integer = key instanceof IntegerType i && i.bits() <= 64;
            if (!integer && !(Types.isDateOrTime(key) && Numbers.width(key) > 0)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + key.name() + " of argument for aggregate function " + name()
                                + ", the type of the last argument must be an integer or a date");
            }
            long start = ParameterValues.integer(parameters.get(own), name());
            long end = ParameterValues.integer(parameters.get(own + 1), name());
            long step = ParameterValues.integer(parameters.get(own + 2), name());
            if (step <= 0) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND,
                        "The step used in function " + name() + " should be greater than zero");
            }
            long span = Math.max(0, end - start);
            long buckets = span / step + (span % step == 0 ? 0 : 1);
            if (buckets > MAX_BUCKETS) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND,
                        "The range given in function " + name() + " contains too many elements");
            }
            BoundAggregate inner = nested.bind(parameters.subList(0, own), arguments.subList(0, arguments.size() - 1));
            boolean signed = Numbers.signed(key);
            return new BoundFunction(
                    Types.array(inner.type()),
                    BoundFunction.stateType(name(), parameters, arguments),
                    () -> new Buckets(inner.newState(), signed, start, end, step, (int) buckets));
        }
    }

    /** Group g has the nested groups from g times buckets on. */
    private static final class Buckets implements GroupedState {
        private final GroupedState nested;
        private final boolean signed;
        private final long start;
        private final long end;
        private final long step;
        private final int buckets;

        Buckets(GroupedState nested, boolean signed, long start, long end, long step, int buckets) {
            this.nested = nested;
            this.signed = signed;
            this.start = start;
            this.end = end;
            this.step = step;
            this.buckets = buckets;
        }

        @Override
        public void resize(int groups) {
            nested.resize(Math.multiplyExact(groups, buckets));
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
            long[] keys = ColumnReads.longs(arguments[arguments.length - 1], signed, from, to);
            int[] positions = new int[to - from];
            int[] targets = new int[to - from];
            int count = 0;
            for (int i = 0; i < to - from; i++) {
                if (keys[i] >= start && keys[i] < end) {
                    positions[count] = from + i;
                    targets[count++] =
                            (groupOf.length == 0 ? onlyGroup : groupOf[i]) * buckets + (int) ((keys[i] - start) / step);
                }
            }
            Column[] inner = new Column[arguments.length - 1];
            for (int a = 0; a < inner.length; a++) {
                inner[a] = arguments[a].gather(positions, count);
            }
            nested.add(targets, inner, count);
        }

        @Override
        public void merge(GroupedState other, int[] targetOf, int groups) {
            int[] targets = new int[groups * buckets];
            for (int g = 0; g < groups; g++) {
                for (int b = 0; b < buckets; b++) {
                    targets[g * buckets + b] = targetOf[g] * buckets + b;
                }
            }
            nested.merge(((Buckets) other).nested, targets, targets.length);
        }

        @Override
        public Column result(int from, int to) {
            int[] offsets = new int[to - from + 1];
            Arrays.setAll(offsets, i -> i * buckets);
            return new ArrayColumn(offsets, nested.result(from * buckets, to * buckets), to - from);
        }

        @Override
        public void write(int group, ByteSink out) {
            for (int b = 0; b < buckets; b++) {
                nested.write(group * buckets + b, out);
            }
        }

        @Override
        public void readMerge(int group, ByteSource in) {
            for (int b = 0; b < buckets; b++) {
                nested.readMerge(group * buckets + b, in);
            }
        }

        @Override
        public long sizeBytes() {
            return nested.sizeBytes();
        }
    }
}
