package io.millrace.postgres.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in FROM. Its rows are as wide as those of the whole FROM, filled where its own columns are. */
interface Source {
    /** Where its columns are. */
    BitSet slots();

    /** What of other sources it needs for each of its rows; empty for most. */
    default BitSet needs() {
        return new BitSet();
    }

    /**
     * Its rows.
     *
     * @param base the row whose values it may need
     * @param conditions over its own columns and the queries around; all are met by the rows
     */
    List<@Nullable Object[]> rows(Frame base, List<Node> conditions);

    static BitSet range(int from, int width) {
        BitSet slots = new BitSet();
        slots.set(from, from + width);
        return slots;
    }

    static boolean meets(@Nullable Object[] row, Frame base, List<Node> conditions) {
        if (conditions.isEmpty()) {
            return true;
        }
        Frame frame = new Frame(row, base.outer, base.execution);
        for (Node condition : conditions) {
            if (!condition.isTrue(frame)) {
                return false;
            }
        }
        return true;
    }

    /** A relation of the catalog. */
    record OfRelation(Relation relation, int offset, int width) implements Source {
        @Override
        public BitSet slots() {
            return range(offset, relation.columns().size());
        }

        @Override
        public List<@Nullable Object[]> rows(Frame base, List<Node> conditions) {
            List<@Nullable Object[]> result = new ArrayList<>();
            for (@Nullable Object[] stored : candidates(base, conditions)) {
                @Nullable Object[] row = new Object[width];
                System.arraycopy(stored, 0, row, offset, stored.length);
                if (meets(row, base, conditions)) {
                    result.add(row);
                }
            }
            return result;
        }

        /** By an index when a condition fixes a column. */
        private List<@Nullable Object[]> candidates(Frame base, List<Node> conditions) {
            for (Node condition : conditions) {
                if (condition.evaluation() instanceof Conditions.Comparison(String name, Node left, Node right)
                        && name.equals("equals")) {
                    Node column = left.evaluation() instanceof Binder.Slot ? left : right;
                    Node value = column == left ? right : left;
                    if (column.evaluation() instanceof Binder.Slot(int slot)
                            && value.slots().isEmpty()) {
                        Object wanted = value.eval(new Frame(new Object[width], base.outer, base.execution));
                        return wanted == null
                                ? List.of()
                                : base.execution.index(relation, slot - offset).getOrDefault(wanted, List.of());
                    }
                }
            }
            return base.execution.snapshot().rows(relation);
        }
    }

    /** A query in brackets, or one of WITH. */
    record OfQuery(QueryPlan plan, int offset, int width) implements Source {
        @Override
        public BitSet slots() {
            return range(offset, plan.columns().size());
        }

        @Override
        public List<@Nullable Object[]> rows(Frame base, List<Node> conditions) {
            Frame around = base.outer == null ? new Frame(new Object[0], null, base.execution) : base.outer;
            List<@Nullable Object[]> result = new ArrayList<>();
            for (@Nullable Object[] inner : plan.rows(around, Integer.MAX_VALUE)) {
                @Nullable Object[] row = new Object[width];
                System.arraycopy(inner, 0, row, offset, plan.columns().size());
                if (meets(row, base, conditions)) {
                    result.add(row);
                }
            }
            return result;
        }
    }

    /** A function that gives rows; it may use the sources before it. */
    record OfFunction(Node function, int columns, boolean ordinality, int offset, int width) implements Source {
        @Override
        public BitSet slots() {
            return range(offset, columns + (ordinality ? 1 : 0));
        }

        @Override
        public BitSet needs() {
            return function.slots();
        }

        @Override
        public List<@Nullable Object[]> rows(Frame base, List<Node> conditions) {
            List<@Nullable Object[]> result = new ArrayList<>();
            Object value = function.eval(base);
            List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            long number = 1;
            for (Object element : elements) {
                @Nullable Object[] row = new Object[width];
                if (columns > 1 && element instanceof Object[] fields) {
                    System.arraycopy(fields, 0, row, offset, columns);
                } else {
                    row[offset] = element;
                }
                if (ordinality) {
                    row[offset + columns] = number++;
                }
                if (meets(row, base, conditions)) {
                    result.add(row);
                }
            }
            return result;
        }
    }

    /** LEFT JOIN. */
    record LeftJoin(Joins left, Joins right, List<Node> on, int width) implements Source {
        @Override
        public BitSet slots() {
            BitSet all = left.slots();
            all.or(right.slots());
            return all;
        }

        @Override
        public BitSet needs() {
            return left.needs();
        }

        @Override
        public List<@Nullable Object[]> rows(Frame base, List<Node> conditions) {
            BitSet mine = left.slots();
            List<Node> before = new ArrayList<>();
            List<Node> after = new ArrayList<>();
            conditions.forEach(c -> (Joins.isWithin(c.slots(), mine) ? before : after).add(c));
            List<@Nullable Object[]> result = new ArrayList<>();
            List<@Nullable Object[]> lefts = left.rows(base, before);
            if (lefts.isEmpty()) {
                return result;
            }
            BitSet theirs = right.slots();
            List<Node> ofRight = new ArrayList<>();
            List<Node> ofBoth = new ArrayList<>();
            on.forEach(c -> (Joins.isWithin(c.slots(), theirs) ? ofRight : ofBoth).add(c));
            boolean lateral = !Joins.isWithin(right.needs(), theirs);
            Matches matches = lateral ? null : new Matches(right.rows(base, ofRight), ofBoth, mine, theirs, base);
            for (@Nullable Object[] row : lefts) {
                int count = 0;
                List<@Nullable Object[]> found = matches == null
                        ? right.rows(new Frame(row, base.outer, base.execution), ofRight)
                        : matches.of(row);
                for (@Nullable Object[] match : found) {
                    @Nullable Object[] joined = Joins.merged(row, match, theirs);
                    if (meets(joined, base, ofBoth)) {
                        count++;
                        if (meets(joined, base, after)) {
                            result.add(joined);
                        }
                    }
                }
                if (count == 0 && meets(row, base, after)) {
                    result.add(row);
                }
            }
            return result;
        }
    }
}
