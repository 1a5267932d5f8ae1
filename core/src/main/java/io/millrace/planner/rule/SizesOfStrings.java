package io.millrace.planner.rule;

import io.millrace.catalog.ability.Subcolumned;
import io.millrace.data.block.Header;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads only the lengths of strings of which nothing else is asked: {@code length(s)}, {@code s <> ''}, {@code notEmpty(s)}. */
final class SizesOfStrings implements Rule {
    @Override
    public String name() {
        return "optimize_functions_to_subcolumns";
    }

    @Override
    public Plan apply(Plan plan) {
        Plan node = plan.mapInputs(this::apply);
        return node instanceof Plan.Project project
                        && project.input() instanceof Plan.Scan scan
                        && !scan.finalRows()
                        && scan.table() instanceof Subcolumned table
                ? rewritten(project, scan, table)
                : node;
    }

    private static Plan rewritten(Plan.Project project, Plan.Scan scan, Subcolumned table) {
        List<Expression> uses = new ArrayList<>(project.expressions());
        scan.filter().ifPresent(uses::add);
        Set<Integer> sized = IntStream.range(0, scan.header().width())
                .boxed()
                .filter(c -> scan.header().type(c) instanceof DataType.StringType)
                .filter(c -> table.hasSizes(scan.header().name(c)))
                .filter(c -> uses.stream().allMatch(u -> onlySize(u, c)))
                .collect(Collectors.toSet());
        if (sized.isEmpty()) {
            return project;
        }
        List<Header.Field> fields = new ArrayList<>(scan.header().fields());
        for (int column : sized) {
            fields.set(column, new Header.Field(fields.get(column).name() + ".size", Types.UINT64));
        }
        Header header = new Header(fields);
        Optional<Expression> filter = scan.filter().map(f -> overSizes(f, sized, header));
        List<Expression> expressions = project.expressions().stream()
                .map(e -> overSizes(e, sized, header))
                .toList();
        return new Plan.Project(
                new Plan.Scan(scan.table(), header, filter, false, scan.limit()), expressions, project.header());
    }

    /** Whether an expression asks nothing but its length of a column. */
    private static boolean onlySize(Expression expression, int column) {
        if (asked(expression, i -> i == column).isPresent()) {
            return true;
        }
        return switch (expression) {
            case Expression.Input input -> input.index() != column;
            case Expression.Constant constant -> true;
            case Expression.Call call -> call.arguments().stream().allMatch(a -> onlySize(a, column));
            case Expression.Lambda lambda -> lambda.captured().stream().allMatch(c -> onlySize(c, column));
            case Expression.InSet in -> onlySize(in.value(), column);
        };
    }

    /** A question that the length answers. */
    private record Asked(Expression.Input column, Question question) {}

    private enum Question {
        LENGTH,
        EMPTY,
        NOT_EMPTY
    }

    private static Optional<Asked> asked(Expression expression, Predicate<Integer> columns) {
        if (!(expression instanceof Expression.Call call)
                || call.arguments().isEmpty()
                || !(call.arguments().getFirst() instanceof Expression.Input input)
                || !columns.test(input.index())) {
            return Optional.empty();
        }
        boolean toNothing =
                call.arguments().size() == 2 && isEmptyText(call.arguments().get(1));
        Optional<Question> question = switch (call.function()) {
            case "length" -> Optional.of(Question.LENGTH);
            case "empty" -> Optional.of(Question.EMPTY);
            case "notEmpty" -> Optional.of(Question.NOT_EMPTY);
            case "equals" -> toNothing ? Optional.of(Question.EMPTY) : Optional.empty();
            case "notEquals" -> toNothing ? Optional.of(Question.NOT_EMPTY) : Optional.empty();
            default -> Optional.empty();
        };
        return question.map(q -> new Asked(input, q));
    }

    private static boolean isEmptyText(Expression expression) {
        return expression instanceof Expression.Constant constant
                && constant.value() instanceof StringColumn text
                && text.length(0) == 0;
    }

    private static Expression overSizes(Expression expression, Set<Integer> sized, Header header) {
        Optional<Asked> asked = asked(expression, sized::contains);
        if (asked.isPresent()) {
            int column = asked.get().column().index();
            Expression size = new Expression.Input(column, header.name(column), header.type(column));
            return switch (asked.get().question()) {
                case LENGTH -> size;
                case EMPTY -> new Expression.Call("empty", new NoBytes(true), List.of(size), true);
                case NOT_EMPTY -> new Expression.Call("notEmpty", new NoBytes(false), List.of(size), true);
            };
        }
        return switch (expression) {
            case Expression.Input input -> input;
            case Expression.Constant constant -> constant;
            case Expression.Call call ->
                new Expression.Call(
                        call.function(),
                        call.bound(),
                        overSizes(call.arguments(), sized, header),
                        call.deterministic());
            case Expression.Lambda lambda ->
                new Expression.Lambda(lambda.parameters(), overSizes(lambda.captured(), sized, header), lambda.body());
            case Expression.InSet in ->
                new Expression.InSet(overSizes(in.value(), sized, header), in.set(), in.negated(), in.type());
        };
    }

    private static List<Expression> overSizes(List<Expression> list, Set<Integer> sized, Header header) {
        return list.stream().map(e -> overSizes(e, sized, header)).toList();
    }

    /** Whether a size is zero, or is not. */
    private record NoBytes(boolean wanted) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            long[] sizes = ((LongColumn) arguments[0].plain()).values();
            long flip = wanted ? 1 : 0;
            for (int word = 0; word < Bitmaps.words(rows); word++) {
                int from = word << 6;
                int count = Math.min(64, rows - from);
                long bits = 0;
                for (int i = 0; i < count; i++) {
                    bits |= (-sizes[from + i] >>> 63 ^ flip) << i;
                }
                bitmap[word] = bits;
            }
        }
    }
}
