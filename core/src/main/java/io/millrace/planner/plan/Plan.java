package io.millrace.planner.plan;

import io.millrace.catalog.table.Table;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.fill.FillTransform;
import io.millrace.pipeline.operator.join.JoinSpec;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.window.WindowSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The logical plan of a query: what is done to rows, in which order. Immutable. Expressions of a node are over the header of its input; names of the nodes
 * are those that EXPLAIN prints.
 */
public sealed interface Plan {
    Header header();

    /** The nodes this one reads from. */
    List<Plan> inputs();

    /** The same node over other inputs, which have the same headers. */
    Plan withInputs(List<Plan> inputs);

    /** The same node over what the change makes of its inputs. */
    default Plan mapInputs(UnaryOperator<Plan> change) {
        return withInputs(inputs().stream().map(change).toList());
    }

    /** A node that rows begin at. */
    sealed interface Leaf extends Plan {
        @Override
        default List<Plan> inputs() {
            return List.of();
        }

        @Override
        default Plan withInputs(List<Plan> inputs) {
            return this;
        }
    }

    /** A node over one input, whose header it keeps if it does not say otherwise. */
    sealed interface Unary extends Plan {
        Plan input();

        /** The same node over another input with the same header. */
        Plan over(Plan other);

        @Override
        default Header header() {
            return input().header();
        }

        @Override
        default List<Plan> inputs() {
            return List.of(input());
        }

        @Override
        default Plan withInputs(List<Plan> inputs) {
            return over(inputs.getFirst());
        }
    }

    /** A node over two inputs. */
    sealed interface Binary extends Plan {
        Plan left();

        Plan right();

        /** The same node over other inputs with the same headers. */
        Plan over(Plan newLeft, Plan newRight);

        @Override
        default List<Plan> inputs() {
            return List.of(left(), right());
        }

        @Override
        default Plan withInputs(List<Plan> inputs) {
            return over(inputs.get(0), inputs.get(1));
        }
    }

    /**
     * Reading a table.
     *
     * @param header the stored columns wanted
     * @param filter conditions over those columns that rows must pass
     * @param limit how many rows suffice, in any order
     */
    record Scan(Table table, Header header, Optional<Expression> filter, boolean finalRows, OptionalLong limit)
            implements Leaf {}

    /** Rows that are known already: SELECT without FROM, values of a counted table. */
    record Values(Block block) implements Leaf {
        @Override
        public Header header() {
            return block.header();
        }
    }

    /** Only the rows for which the condition is true. */
    record Filter(Plan input, Expression condition) implements Unary {
        @Override
        public Plan over(Plan other) {
            return new Filter(other, condition);
        }
    }

    /** Columns computed from the input's. */
    record Project(Plan input, List<Expression> expressions, Header header) implements Unary {
        public Project {
            expressions = List.copyOf(expressions);
        }

        @Override
        public Plan over(Plan other) {
            return new Project(other, expressions, header);
        }
    }

    /** GROUP BY. */
    record Aggregate(Plan input, AggregateSpec spec) implements Unary {
        @Override
        public Header header() {
            return spec.output();
        }

        @Override
        public Plan over(Plan other) {
            return new Aggregate(other, spec);
        }
    }

    /** DISTINCT over some of the columns; of the others the first row's value stays. */
    record Distinct(Plan input, List<Integer> columns, OptionalLong limit) implements Unary {
        public Distinct {
            columns = List.copyOf(columns);
        }

        @Override
        public Plan over(Plan other) {
            return new Distinct(other, columns, limit);
        }
    }

    /** ORDER BY; with a limit only the first rows are wanted. */
    record Sort(Plan input, List<SortKey> keys, OptionalLong limit) implements Unary {
        public Sort {
            keys = List.copyOf(keys);
        }

        @Override
        public Plan over(Plan other) {
            return new Sort(other, keys, limit);
        }
    }

    /**
     * LIMIT and OFFSET.
     *
     * @param limit rows to deliver, Long.MAX_VALUE for all
     * @param ties with WITH TIES the keys whose equal rows are delivered too
     */
    record Limit(Plan input, long limit, long offset, Optional<List<SortKey>> ties) implements Unary {
        @Override
        public Plan over(Plan other) {
            return new Limit(other, limit, offset, ties);
        }
    }

    /**
     * LIMIT and OFFSET of which one counts from the end.
     *
     * @param limit rows to deliver, Long.MAX_VALUE for all; negative for so many of the last ones
     * @param offset rows to leave out; negative for so many of the last ones
     */
    record Tail(Plan input, long limit, long offset) implements Unary {
        @Override
        public Plan over(Plan other) {
            return new Tail(other, limit, offset);
        }
    }

    /** LIMIT n OFFSET m BY columns. */
    record LimitBy(Plan input, List<Integer> columns, long limit, long offset) implements Unary {
        public LimitBy {
            columns = List.copyOf(columns);
        }

        @Override
        public Plan over(Plan other) {
            return new LimitBy(other, columns, limit, offset);
        }
    }

    /** Window functions over sorted input. */
    record Window(Plan input, WindowSpec spec) implements Unary {
        @Override
        public Header header() {
            return spec.output();
        }

        @Override
        public Plan over(Plan other) {
            return new Window(other, spec);
        }
    }

    /** A join; the hash table is made of the right side. */
    record Join(Plan left, Plan right, JoinSpec spec) implements Binary {
        @Override
        public Header header() {
            return spec.output();
        }

        @Override
        public Plan over(Plan newLeft, Plan newRight) {
            return new Join(newLeft, newRight, spec);
        }
    }

    /**
     * ARRAY JOIN: one row per element of the arrays.
     *
     * @param columns indexes of the array columns, which become element columns in {@code header}
     * @param left keeps rows whose arrays are empty
     */
    record ArrayJoin(Plan input, List<Integer> columns, boolean left, Header header) implements Unary {
        public ArrayJoin {
            columns = List.copyOf(columns);
        }

        @Override
        public Plan over(Plan other) {
            return new ArrayJoin(other, columns, left, header);
        }
    }

    /** The rows of all inputs, which have the same header. */
    record Union(List<Plan> inputs, Header header) implements Plan {
        public Union {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Plan withInputs(List<Plan> other) {
            return new Union(other, header);
        }
    }

    /** INTERSECT or EXCEPT; {@code all} keeps duplicates. */
    record SetOperation(Plan left, Plan right, boolean intersect, boolean all) implements Binary {
        @Override
        public Header header() {
            return left.header();
        }

        @Override
        public Plan over(Plan newLeft, Plan newRight) {
            return new SetOperation(newLeft, newRight, intersect, all);
        }
    }

    /** ORDER BY ... WITH FILL over sorted input. */
    record Fill(Plan input, FillTransform.Spec spec) implements Unary {
        @Override
        public Plan over(Plan other) {
            return new Fill(other, spec);
        }
    }

    /**
     * WITH RECURSIVE: the first query's rows, then the step's rows over the rows of the round before, until a round is empty.
     *
     * @param work the table that the step reads the round before from
     * @param maxRounds how often the step may run before it is an error
     */
    record Recursive(Plan first, Plan step, WorkTable work, long maxRounds) implements Plan {
        @Override
        public Header header() {
            return first.header();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(first, step);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Recursive(inputs.get(0), inputs.get(1), work, maxRounds);
        }
    }
}
