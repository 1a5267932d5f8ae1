package io.millrace.mergetree.merge;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.catalog.engine.TableServices;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.mergetree.structure.FunctionStates;
import java.util.List;

/** Makes one value of the values of rows with equal keys. Immutable; threads share it. */
interface ColumnCombiner {
    /**
     * Combines rows that are grouped already.
     *
     * @param groupOf group of each row, ascending without gaps
     */
    Column combine(Column rows, int[] groupOf, int groups);

    /** How AggregatingMergeTree treats a column of that type. */
    static ColumnCombiner of(DataType type, TableServices services) {
        return switch (type) {
            case DataType.AggregateStateType state -> new States(FunctionStates.bind(services, state));
            case DataType.SimpleAggregateType simple ->
                new Simple(services.functions()
                        .bindAggregate(
                                simple.function(), List.of(), List.of(Types.withoutLowCardinality(simple.nested()))));
            default -> new First();
        };
    }

    /** The first row's value: of the key, which all rows have, and of columns that are no aggregates. */
    record First() implements ColumnCombiner {
        @Override
        public Column combine(Column rows, int[] groupOf, int groups) {
            int[] chosen = new int[groups];
            for (int row = rows.rows() - 1; row >= 0; row--) {
                chosen[groupOf[row]] = row;
            }
            return rows.gather(chosen, groups);
        }
    }

    /** Serialized states, merged by their function. */
    record States(BoundAggregate function) implements ColumnCombiner {
        @Override
        public Column combine(Column rows, int[] groupOf, int groups) {
            StringColumn states = (StringColumn) rows;
            GroupedState merged = function.newState();
            merged.resize(groups);
            for (int row = 0; row < rows.rows(); row++) {
                ByteSource source = ByteSource.of(states.bytes(), states.offsets()[row], states.offsets()[row + 1]);
                merged.readMerge(groupOf[row], source);
            }
            StringColumn.Builder result = new StringColumn.Builder(groups);
            ByteSink bytes = new ByteSink();
            for (int group = 0; group < groups; group++) {
                bytes.clear();
                merged.write(group, bytes);
                result.append(bytes.array(), 0, bytes.size());
            }
            return result.build();
        }
    }

    /** Plain values, aggregated again by a function whose result is its own state. */
    record Simple(BoundAggregate function) implements ColumnCombiner {
        @Override
        public Column combine(Column rows, int[] groupOf, int groups) {
            GroupedState state = function.newState();
            state.resize(groups);
            state.add(groupOf, new Column[] {rows.plain()}, rows.rows());
            return state.result(0, groups);
        }
    }
}
