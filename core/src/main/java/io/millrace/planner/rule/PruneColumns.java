package io.millrace.planner.rule;

import io.millrace.data.block.Header;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.pipeline.operator.join.JoinSpec;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.pipeline.operator.window.WindowSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Takes away columns that nothing above needs, down to the scans: a query reads only the columns it uses. */
final class PruneColumns implements Rule {
    @Override
    public String name() {
        return "query_plan_remove_unused_columns";
    }

    @Override
    public Plan apply(Plan plan) {
        return prune(plan, all(plan.header().width())).plan();
    }

    /** A plan with fewer columns; old column i is now {@code positions[i]}, or gone (-1). */
    private record Pruned(Plan plan, int[] positions) {
        static Pruned unchanged(Plan plan) {
            int[] positions = new int[plan.header().width()];
            Arrays.setAll(positions, i -> i);
            return new Pruned(plan, positions);
        }

        int of(int column) {
            return positions[column];
        }

        List<Integer> of(List<Integer> columns) {
            return columns.stream().map(c -> positions[c]).toList();
        }

        List<SortKey> keys(List<SortKey> keys) {
            return keys.stream()
                    .map(k -> new SortKey(positions[k.column()], k.descending(), k.nullsFirst()))
                    .toList();
        }

        Expression of(Expression expression) {
            return Substitutions.renumber(expression, positions);
        }
    }

    private static NavigableSet<Integer> all(int width) {
        TreeSet<Integer> columns = new TreeSet<>();
        for (int i = 0; i < width; i++) {
            columns.add(i);
        }
        return columns;
    }

    private Pruned prune(Plan plan, NavigableSet<Integer> needed) {
        return switch (plan) {
            case Plan.Scan scan -> scan(scan, needed);
            case Plan.Values values -> Pruned.unchanged(values);
            case Plan.Project project -> project(project, needed);
            case Plan.Filter filter -> {
                TreeSet<Integer> below = new TreeSet<>(needed);
                below.addAll(ExpressionProgram.inputsOf(filter.condition()));
                Pruned input = prune(filter.input(), below);
                yield new Pruned(new Plan.Filter(input.plan(), input.of(filter.condition())), input.positions());
            }
            case Plan.Aggregate aggregate -> aggregate(aggregate);
            case Plan.Distinct distinct -> {
                TreeSet<Integer> below = new TreeSet<>(needed);
                below.addAll(distinct.columns());
                Pruned input = prune(distinct.input(), below);
                yield new Pruned(
                        new Plan.Distinct(input.plan(), input.of(distinct.columns()), distinct.limit()),
                        input.positions());
            }
            case Plan.Sort sort -> {
                TreeSet<Integer> below = new TreeSet<>(needed);
                sort.keys().forEach(k -> below.add(k.column()));
                Pruned input = prune(sort.input(), below);
                yield new Pruned(new Plan.Sort(input.plan(), input.keys(sort.keys()), sort.limit()), input.positions());
            }
            case Plan.Limit limit -> {
                TreeSet<Integer> below = new TreeSet<>(needed);
                limit.ties().ifPresent(t -> t.forEach(k -> below.add(k.column())));
                Pruned input = prune(limit.input(), below);
                yield new Pruned(
                        new Plan.Limit(
                                input.plan(),
                                limit.limit(),
                                limit.offset(),
                                limit.ties().map(input::keys)),
                        input.positions());
            }
            case Plan.Tail tail -> {
                Pruned input = prune(tail.input(), needed);
                yield new Pruned(tail.over(input.plan()), input.positions());
            }
            case Plan.LimitBy limit -> {
                TreeSet<Integer> below = new TreeSet<>(needed);
                below.addAll(limit.columns());
                Pruned input = prune(limit.input(), below);
                yield new Pruned(
                        new Plan.LimitBy(input.plan(), input.of(limit.columns()), limit.limit(), limit.offset()),
                        input.positions());
            }
            case Plan.Window window -> window(window, needed);
            case Plan.Join join -> join(join, needed);
            case Plan.ArrayJoin join -> arrayJoin(join, needed);
            case Plan.Union union -> union(union, needed);
            case Plan.SetOperation operation ->
                Pruned.unchanged(operation.over(apply(operation.left()), apply(operation.right())));
            case Plan.Fill fill -> Pruned.unchanged(fill.over(apply(fill.input())));
            case Plan.Recursive recursive ->
                Pruned.unchanged(recursive.withInputs(List.of(apply(recursive.first()), apply(recursive.step()))));
        };
    }

    private static int[] positions(int width, List<Integer> kept) {
        int[] positions = new int[width];
        Arrays.fill(positions, -1);
        for (int i = 0; i < kept.size(); i++) {
            positions[kept.get(i)] = i;
        }
        return positions;
    }

    private static Header select(Header header, List<Integer> kept) {
        return new Header(kept.stream().map(header.fields()::get).toList());
    }

    private static Pruned scan(Plan.Scan scan, NavigableSet<Integer> needed) {
        TreeSet<Integer> columns = new TreeSet<>(needed);
        scan.filter().ifPresent(f -> columns.addAll(ExpressionProgram.inputsOf(f)));
        List<Integer> kept = List.copyOf(columns);
        int[] positions = positions(scan.header().width(), kept);
        Optional<Expression> filter = scan.filter().map(f -> Substitutions.renumber(f, positions));
        return new Pruned(
                new Plan.Scan(scan.table(), select(scan.header(), kept), filter, scan.finalRows(), scan.limit()),
                positions);
    }

    private Pruned project(Plan.Project project, NavigableSet<Integer> needed) {
        List<Integer> kept = List.copyOf(needed);
        TreeSet<Integer> below = new TreeSet<>();
        kept.forEach(k ->
                below.addAll(ExpressionProgram.inputsOf(project.expressions().get(k))));
        Pruned input = prune(project.input(), below);
        List<Expression> expressions =
                kept.stream().map(k -> input.of(project.expressions().get(k))).toList();
        return new Pruned(
                new Plan.Project(input.plan(), expressions, select(project.header(), kept)),
                positions(project.header().width(), kept));
    }

    private Pruned aggregate(Plan.Aggregate aggregate) {
        AggregateSpec spec = aggregate.spec();
        TreeSet<Integer> below = new TreeSet<>(spec.keys());
        spec.calls().forEach(c -> below.addAll(c.arguments()));
        Pruned input = prune(aggregate.input(), below);
        List<AggregateCall> calls = spec.calls().stream()
                .map(c -> new AggregateCall(c.name(), c.function(), input.of(c.arguments())))
                .toList();
        AggregateSpec pruned = new AggregateSpec(
                input.plan().header(),
                input.of(spec.keys()),
                calls,
                spec.sets(),
                spec.totals(),
                spec.having(),
                spec.emptyResult(),
                spec.maxRowsToGroup());
        return Pruned.unchanged(new Plan.Aggregate(input.plan(), pruned));
    }

    private Pruned window(Plan.Window window, NavigableSet<Integer> needed) {
        WindowSpec spec = window.spec();
        int width = spec.input().width();
        TreeSet<Integer> below = new TreeSet<>(needed.headSet(width));
        below.addAll(spec.partition());
        spec.order().forEach(k -> below.add(k.column()));
        spec.calls().forEach(c -> below.addAll(c.arguments()));
        Pruned input = prune(window.input(), below);
        List<WindowSpec.Call> calls = spec.calls().stream()
                .map(c -> new WindowSpec.Call(
                        c.name(), c.function(), c.aggregate(), input.of(c.arguments()), c.ignoreNulls(), c.type()))
                .toList();
        List<Header.Field> fields = new ArrayList<>(input.plan().header().fields());
        int[] positions = Arrays.copyOf(input.positions(), spec.output().width());
        for (int i = width; i < spec.output().width(); i++) {
            positions[i] = fields.size();
            fields.add(spec.output().fields().get(i));
        }
        WindowSpec pruned = new WindowSpec(
                input.plan().header(),
                input.of(spec.partition()),
                input.keys(spec.order()),
                spec.frame(),
                calls,
                new Header(fields));
        return new Pruned(new Plan.Window(input.plan(), pruned), positions);
    }

    private Pruned join(Plan.Join join, NavigableSet<Integer> needed) {
        JoinSpec spec = join.spec();
        int width = join.left().header().width();
        TreeSet<Integer> used = new TreeSet<>(needed);
        spec.residual().ifPresent(r -> used.addAll(ExpressionProgram.inputsOf(r)));
        TreeSet<Integer> left = new TreeSet<>(used.headSet(width));
        left.addAll(spec.leftKeys());
        TreeSet<Integer> right = new TreeSet<>(spec.rightKeys());
        used.tailSet(width).forEach(c -> right.add(c - width));
        Pruned prunedLeft = prune(join.left(), left);
        Pruned prunedRight = prune(join.right(), right);
        int newWidth = prunedLeft.plan().header().width();
        int[] positions = new int[join.header().width()];
        for (int i = 0; i < positions.length; i++) {
            int moved = i < width ? prunedLeft.of(i) : prunedRight.of(i - width);
            positions[i] = moved < 0 ? -1 : i < width ? moved : newWidth + moved;
        }
        Header.Field[] fields =
                new Header.Field[newWidth + prunedRight.plan().header().width()];
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                fields[positions[i]] = spec.output().fields().get(i);
            }
        }
        JoinSpec pruned = new JoinSpec(
                spec.kind(),
                spec.strictness(),
                prunedLeft.plan().header(),
                prunedRight.plan().header(),
                prunedLeft.of(spec.leftKeys()),
                prunedRight.of(spec.rightKeys()),
                spec.residual().map(r -> Substitutions.renumber(r, positions)),
                spec.asof(),
                spec.mergeKeys(),
                spec.nullsMatch(),
                Header.of(fields));
        return new Pruned(new Plan.Join(prunedLeft.plan(), prunedRight.plan(), pruned), positions);
    }

    private Pruned arrayJoin(Plan.ArrayJoin join, NavigableSet<Integer> needed) {
        TreeSet<Integer> below = new TreeSet<>(needed);
        below.addAll(join.columns());
        Pruned input = prune(join.input(), below);
        Header.Field[] fields = new Header.Field[input.plan().header().width()];
        for (int i = 0; i < input.positions().length; i++) {
            if (input.of(i) >= 0) {
                fields[input.of(i)] = join.header().fields().get(i);
            }
        }
        return new Pruned(
                new Plan.ArrayJoin(input.plan(), input.of(join.columns()), join.left(), Header.of(fields)),
                input.positions());
    }

    private Pruned union(Plan.Union union, NavigableSet<Integer> needed) {
        List<Integer> kept = List.copyOf(needed);
        Header header = select(union.header(), kept);
        List<Plan> inputs = new ArrayList<>();
        for (Plan input : union.inputs()) {
            Pruned pruned = prune(input, needed);
            List<Expression> columns = new ArrayList<>();
            for (int column : kept) {
                columns.add(new Expression.Input(
                        pruned.of(column), header.name(columns.size()), header.type(columns.size())));
            }
            boolean same = pruned.plan().header().equals(header);
            inputs.add(same ? pruned.plan() : new Plan.Project(pruned.plan(), columns, header));
        }
        return new Pruned(
                new Plan.Union(inputs, header), positions(union.header().width(), kept));
    }
}
