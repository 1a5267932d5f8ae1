package io.millrace.planner.rule;

import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code uniqExact(x)} as the number of groups of x: grouping is spread over partitions and threads and may spill, one set of values per group is not. Only
 * where it is the only aggregate and the keys have a fixed width. Strings are represented by their 128-bit hash, as uniqExact does it.
 */
final class DistinctCounts implements Rule {
    private static final Functions FUNCTIONS = new Functions();

    @Override
    public String name() {
        return "count_distinct_optimization";
    }

    @Override
    public Plan apply(Plan plan) {
        Plan node = plan.mapInputs(this::apply);
        return node instanceof Plan.Aggregate aggregate && applies(aggregate.spec()) ? rewritten(aggregate) : node;
    }

    private static boolean applies(AggregateSpec spec) {
        if (spec.sets().size() != 1 || spec.totals() || spec.calls().size() != 1) {
            return false;
        }
        AggregateCall call = spec.calls().getFirst();
        return call.function().stateType().function().equals("uniqExact")
                && call.function().type().equals(Types.UINT64)
                && call.arguments().size() == 1
                && isCountable(spec.input().type(call.arguments().getFirst()))
                && spec.keys().stream()
                        .allMatch(k -> isWord(spec.input().type(k))
                                && !k.equals(call.arguments().getFirst()));
    }

    private static boolean isCountable(DataType type) {
        return type instanceof DataType.StringType || isWord(type);
    }

    /** Types whose values are the same exactly when their bits are. */
    private static boolean isWord(DataType type) {
        return (type instanceof DataType.IntegerType || Types.isDateOrTime(type)) && type.layout() != Layout.WIDE;
    }

    private static Plan rewritten(Plan.Aggregate aggregate) {
        AggregateSpec spec = aggregate.spec();
        AggregateCall call = spec.calls().getFirst();
        int value = call.arguments().getFirst();
        Plan rows = spec.input().type(value) instanceof DataType.StringType
                ? hashed(aggregate.input(), value)
                : aggregate.input();
        List<Integer> keys = new ArrayList<>(spec.keys());
        keys.add(value);
        AggregateSpec values = new AggregateSpec(
                rows.header(), keys, List.of(), List.of(all(keys.size())), false, Optional.empty(), true, 0);
        AggregateCall count =
                new AggregateCall(call.name(), FUNCTIONS.bindAggregate("count", List.of(), List.of()), List.of());
        AggregateSpec counts = new AggregateSpec(
                values.output(),
                all(keys.size() - 1),
                List.of(count),
                List.of(all(keys.size() - 1)),
                false,
                Optional.empty(),
                spec.emptyResult(),
                spec.maxRowsToGroup());
        return new Plan.Aggregate(new Plan.Aggregate(rows, values), counts);
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Plan hashed(Plan input, int column) {
        List<Expression> expressions = new ArrayList<>();
        List<Header.Field> fields = new ArrayList<>(input.header().fields());
        for (int i = 0; i < fields.size(); i++) {
            expressions.add(
                    new Expression.Input(i, fields.get(i).name(), fields.get(i).type()));
        }
        expressions.set(
                column,
                new Expression.Call("hashOfString", new HashOfString(), List.of(expressions.get(column)), true));
        fields.set(column, new Header.Field(fields.get(column).name(), Types.UUID));
        return new Plan.Project(input, expressions, new Header(fields));
    }

    /** 128 bits of SipHash, in the layout of a UUID. */
    private record HashOfString() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UUID;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            StringColumn strings = (StringColumn) arguments[0].plain();
            long[] words = new long[2 * rows];
            Hash128 hash = new Hash128();
            SipHash.hash128(strings.bytes(), 0, 0, hash);
            long emptyLow = hash.low();
            long emptyHigh = hash.high();
            for (int i = 0; i < rows; i++) {
                if (strings.length(i) == 0) {
                    words[2 * i] = emptyLow;
                    words[2 * i + 1] = emptyHigh;
                } else {
                    SipHash.hash128(strings.bytes(), strings.offsets()[i], strings.length(i), hash);
                    words[2 * i] = hash.low();
                    words[2 * i + 1] = hash.high();
                }
            }
            return new WideColumn(words, 2, rows);
        }
    }
}
