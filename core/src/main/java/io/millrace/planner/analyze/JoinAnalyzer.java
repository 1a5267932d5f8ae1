package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.join.JoinSpec;
import io.millrace.pipeline.operator.join.JoinSpec.Kind;
import io.millrace.pipeline.operator.join.JoinSpec.Strictness;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.scope.Relation;
import io.millrace.planner.scope.ScopeColumn;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns a JOIN into keys, a residual condition and a join node over both sides. */
final class JoinAnalyzer {
    private final QueryAnalyzer analyzer;
    private final Aliases aliases;
    private final Calls calls;

    JoinAnalyzer(QueryAnalyzer analyzer, Aliases aliases) {
        this.analyzer = analyzer;
        this.aliases = aliases;
        this.calls = new Calls(analyzer.context().bind());
    }

    /** One side while its key columns are added behind its own. */
    private static final class Side {
        private final Relation relation;
        private final List<Expression> expressions = new ArrayList<>();
        private final List<Header.Field> fields = new ArrayList<>();
        private final List<Integer> keys = new ArrayList<>();
        private final List<Expression> conditions = new ArrayList<>();

        Side(Relation relation) {
            this.relation = relation;
            Header header = relation.plan().header();
            for (int i = 0; i < header.width(); i++) {
                expressions.add(new Expression.Input(i, header.name(i), header.type(i)));
                fields.add(header.fields().get(i));
            }
        }

        int width() {
            return relation.plan().header().width();
        }

        void addKey(Expression key) {
            int known = expressions.indexOf(key);
            if (known < 0) {
                expressions.add(key);
                fields.add(new Header.Field("__key" + keys.size(), key.type()));
                known = expressions.size() - 1;
            }
            keys.add(known);
        }

        Plan plan() {
            Plan plan = relation.plan();
            for (Expression condition : conditions) {
                plan = new Plan.Filter(plan, condition);
            }
            return expressions.size() == width() ? plan : new Plan.Project(plan, expressions, new Header(fields));
        }
    }

    Relation join(FromItem.Join item, Relation leftRelation, Relation rightRelation) {
        Side left = new Side(leftRelation);
        Side right = new Side(rightRelation);
        Kind kind = kind(item.kind());
        Strictness strictness = strictness(item, kind);
        List<Expression> residual = new ArrayList<>();
        Optional<JoinSpec.Inequality> asof = Optional.empty();
        List<String> using = List.of();
        switch (item.condition()) {
            case FromItem.NoCondition none -> {}
            case FromItem.On on -> asof = on(on.expression(), left, right, kind, strictness, residual);
            case FromItem.Using names -> using = using(names.columns(), left, right);
            case FromItem.Natural natural -> using = using(commonNames(leftRelation, rightRelation), left, right);
        }
        if (kind != Kind.CROSS && left.keys.isEmpty()) {
            if (kind == Kind.INNER && strictness == Strictness.ALL) {
                kind = Kind.CROSS;
            } else if (residual.isEmpty()) {
                throw new DbException(
                        ErrorCode.INVALID_JOIN_ON_EXPRESSION, "Cannot determine join keys in JOIN ON expression");
            }
        }
        if (strictness == Strictness.ASOF && asof.isEmpty()) {
            asof = Optional.of(JoinSpec.Inequality.GREATER_OR_EQUALS);
        }
        Plan leftPlan = left.plan();
        Plan rightPlan = right.plan();
        Header output = output(leftPlan.header(), rightPlan.header(), kind);
        List<Expression> shifted = residual.stream()
                .map(r -> shiftRight(r, left.width(), leftPlan.header().width()))
                .toList();
        Optional<Expression> condition = conjunction(shifted);
        boolean filterAfter = kind == Kind.CROSS && condition.isPresent();
        JoinSpec spec = new JoinSpec(
                kind,
                strictness,
                leftPlan.header(),
                rightPlan.header(),
                left.keys,
                right.keys,
                filterAfter ? Optional.empty() : condition,
                asof,
                !using.isEmpty(),
                false,
                output);
        Plan joined = new Plan.Join(leftPlan, rightPlan, spec);
        joined = filterAfter ? new Plan.Filter(joined, condition.get()) : joined;
        return new Relation(
                joined, columns(leftRelation, rightRelation, leftPlan.header().width(), output, using, left.keys));
    }

    // ---- ON

    private Optional<JoinSpec.Inequality> on(
            Expr expr, Side left, Side right, Kind kind, Strictness strictness, List<Expression> residual) {
        int width = left.width();
        Relation both = new Relation(
                new Plan.Values(header(left, right).emptyBlock()), concatenated(left.relation, right.relation, width));
        ExpressionBinder binder = new ExpressionBinder(analyzer, both, aliases, SpecialCalls.rowsOnly());
        Optional<JoinSpec.Inequality> asof = Optional.empty();
        for (Expression conjunct : conjuncts(binder.condition(expr, "JOIN ON"))) {
            if (isEqualityOfSides(conjunct, width)) {
                Expression.Call equality = (Expression.Call) conjunct;
                boolean swapped = readsOnlyRight(equality.arguments().get(0), width);
                Expression ofLeft = equality.arguments().get(swapped ? 1 : 0);
                Expression ofRight = equality.arguments().get(swapped ? 0 : 1);
                addKeys(left, right, ofLeft, shift(ofRight, -width));
            } else if (strictness == Strictness.ASOF
                    && inequality(conjunct, width).isPresent()) {
                Expression.Call call = (Expression.Call) conjunct;
                boolean swapped = readsOnlyRight(call.arguments().get(0), width);
                asof = inequality(conjunct, width);
                addKeys(
                        left,
                        right,
                        call.arguments().get(swapped ? 1 : 0),
                        shift(call.arguments().get(swapped ? 0 : 1), -width));
            } else if (readsOnlyRight(conjunct, width) && (kind == Kind.INNER || kind == Kind.LEFT)) {
                right.conditions.add(shift(conjunct, -width));
            } else if (readsOnlyLeft(conjunct, width) && (kind == Kind.INNER || kind == Kind.RIGHT)) {
                left.conditions.add(conjunct);
            } else {
                residual.add(conjunct);
            }
        }
        return asof;
    }

    private static Header header(Side left, Side right) {
        List<Header.Field> fields =
                new ArrayList<>(left.relation.plan().header().fields());
        fields.addAll(right.relation.plan().header().fields());
        return new Header(fields);
    }

    private void addKeys(Side left, Side right, Expression ofLeft, Expression ofRight) {
        DataType plainLeft = Types.withoutLowCardinality(ofLeft.type());
        DataType plainRight = Types.withoutLowCardinality(ofRight.type());
        DataType common = Supertype.least(List.of(plainLeft, plainRight))
                .orElseThrow(() -> new DbException(
                        ErrorCode.TYPE_MISMATCH,
                        "Can't infer common type for joined columns: "
                                + ofLeft.type().name() + " and "
                                + ofRight.type().name()));
        DataType bare = Types.withoutNullable(common);
        left.addKey(calls.cast(ofLeft, plainLeft.isNullable() ? Types.nullable(bare) : bare));
        right.addKey(calls.cast(ofRight, plainRight.isNullable() ? Types.nullable(bare) : bare));
    }

    private static boolean isEqualityOfSides(Expression conjunct, int width) {
        if (!(conjunct instanceof Expression.Call call) || !call.function().equals("equals")) {
            return false;
        }
        Expression a = call.arguments().get(0);
        Expression b = call.arguments().get(1);
        return readsOnlyLeft(a, width) && readsOnlyRight(b, width)
                || readsOnlyRight(a, width) && readsOnlyLeft(b, width);
    }

    /** left OP right of an ASOF join's last condition. */
    private static Optional<JoinSpec.Inequality> inequality(Expression conjunct, int width) {
        if (!(conjunct instanceof Expression.Call call) || call.arguments().size() != 2) {
            return Optional.empty();
        }
        boolean swapped = readsOnlyRight(call.arguments().get(0), width)
                && readsOnlyLeft(call.arguments().get(1), width);
        boolean straight = readsOnlyLeft(call.arguments().get(0), width)
                && readsOnlyRight(call.arguments().get(1), width);
        if (!swapped && !straight) {
            return Optional.empty();
        }
        return switch (call.function()) {
            case "less" -> Optional.of(swapped ? JoinSpec.Inequality.GREATER : JoinSpec.Inequality.LESS);
            case "lessOrEquals" ->
                Optional.of(swapped ? JoinSpec.Inequality.GREATER_OR_EQUALS : JoinSpec.Inequality.LESS_OR_EQUALS);
            case "greater" -> Optional.of(swapped ? JoinSpec.Inequality.LESS : JoinSpec.Inequality.GREATER);
            case "greaterOrEquals" ->
                Optional.of(swapped ? JoinSpec.Inequality.LESS_OR_EQUALS : JoinSpec.Inequality.GREATER_OR_EQUALS);
            default -> Optional.empty();
        };
    }

    private static boolean readsOnlyLeft(Expression expression, int width) {
        Set<Integer> inputs = ExpressionProgram.inputsOf(expression);
        return !inputs.isEmpty() && inputs.stream().allMatch(i -> i < width);
    }

    private static boolean readsOnlyRight(Expression expression, int width) {
        Set<Integer> inputs = ExpressionProgram.inputsOf(expression);
        return !inputs.isEmpty() && inputs.stream().allMatch(i -> i >= width);
    }

    static List<Expression> conjuncts(Expression condition) {
        if (condition instanceof Expression.Call call && call.function().equals("and")) {
            return call.arguments().stream().flatMap(a -> conjuncts(a).stream()).toList();
        }
        return List.of(condition);
    }

    private Optional<Expression> conjunction(List<Expression> conditions) {
        return switch (conditions.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(conditions.getFirst());
            default -> Optional.of(calls.call("and", conditions));
        };
    }

    private static Expression shift(Expression expression, int by) {
        return Placeholders.replaceInputs(expression, i -> new Expression.Input(i.index() + by, i.name(), i.type()));
    }

    /** Moves the right side's inputs behind the key columns that were added to the left side. */
    private static Expression shiftRight(Expression expression, int width, int newWidth) {
        return Placeholders.replaceInputs(
                expression,
                i -> i.index() < width ? i : new Expression.Input(i.index() - width + newWidth, i.name(), i.type()));
    }

    // ---- USING

    private static List<Expr> commonNames(Relation left, Relation right) {
        Set<String> names = new HashSet<>(right.names());
        List<Expr> common = new ArrayList<>();
        for (ScopeColumn column : left.ordinary(Optional.empty())) {
            if (names.contains(column.name())) {
                common.add(new Expr.Identifier(Position.NONE, List.of(column.name())));
            }
        }
        return common;
    }

    private List<String> using(List<Expr> columns, Side left, Side right) {
        List<String> names = new ArrayList<>();
        for (Expr column : columns) {
            Expr bare = column instanceof Expr.Alias alias ? alias.expression() : column;
            if (!(bare instanceof Expr.Identifier identifier)) {
                throw new DbException(ErrorCode.UNSUPPORTED_JOIN_KEYS, "USING takes names of columns");
            }
            addKeys(left, right, sideColumn(identifier, left, "left"), sideColumn(identifier, right, "right"));
            names.add(identifier.shortName());
        }
        return names;
    }

    private static Expression sideColumn(Expr.Identifier name, Side side, String which) {
        return side.relation
                .find(name.parts())
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_IDENTIFIER,
                        "JOIN USING identifier `" + name.fullName() + "` cannot be resolved from the " + which
                                + " table expression"))
                .expression();
    }

    // ---- the result

    private Header output(Header left, Header right, Kind kind) {
        boolean useNulls = analyzer.context().settings().get(PlannerSettings.JOIN_USE_NULLS);
        List<Header.Field> fields = new ArrayList<>();
        boolean leftMayMiss = useNulls && (kind == Kind.RIGHT || kind == Kind.FULL);
        boolean rightMayMiss = useNulls && (kind == Kind.LEFT || kind == Kind.FULL);
        left.fields().forEach(f -> fields.add(leftMayMiss ? nullable(f) : f));
        right.fields().forEach(f -> fields.add(rightMayMiss ? nullable(f) : f));
        return new Header(fields);
    }

    private static Header.Field nullable(Header.Field field) {
        DataType type = field.type() instanceof DataType.LowCardinalityType l
                ? new DataType.LowCardinalityType(Types.nullable(l.nested()))
                : Types.nullable(field.type());
        return new Header.Field(field.name(), type);
    }

    private static List<ScopeColumn> concatenated(Relation left, Relation right, int width) {
        List<ScopeColumn> columns = new ArrayList<>(left.columns());
        for (ScopeColumn column : right.columns()) {
            columns.add(new ScopeColumn(
                    column.qualifiers(), column.name(), shift(column.expression(), width), column.ordinary()));
        }
        return columns;
    }

    private static List<ScopeColumn> columns(
            Relation left, Relation right, int width, Header output, List<String> using, List<Integer> keys) {
        List<ScopeColumn> columns = new ArrayList<>();
        for (int i = 0; i < using.size(); i++) {
            int key = keys.get(i);
            columns.add(new ScopeColumn(
                    List.of(), using.get(i), new Expression.Input(key, using.get(i), output.type(key)), true));
        }
        for (ScopeColumn column : left.columns()) {
            boolean merged = using.contains(column.name());
            columns.add(new ScopeColumn(
                    column.qualifiers(),
                    column.name(),
                    retyped(column.expression(), output),
                    column.ordinary() && !merged));
        }
        for (ScopeColumn column : right.columns()) {
            Expression moved = retyped(shift(column.expression(), width), output);
            boolean merged = using.contains(column.name());
            columns.add(new ScopeColumn(column.qualifiers(), column.name(), moved, column.ordinary() && !merged));
        }
        return columns;
    }

    /** Inputs in the types of the join's output. */
    private static Expression retyped(Expression expression, Header output) {
        return Placeholders.replaceInputs(
                expression, i -> new Expression.Input(i.index(), i.name(), output.type(i.index())));
    }

    private static Kind kind(FromItem.JoinKind kind) {
        return switch (kind) {
            case INNER -> Kind.INNER;
            case LEFT -> Kind.LEFT;
            case RIGHT -> Kind.RIGHT;
            case FULL -> Kind.FULL;
            case CROSS, COMMA -> Kind.CROSS;
            case PASTE ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "PASTE JOIN is not supported; join on row numbers instead");
        };
    }

    private Strictness strictness(FromItem.Join item, Kind kind) {
        if (kind == Kind.CROSS) {
            return Strictness.ALL;
        }
        return switch (item.strictness()) {
            case ALL -> Strictness.ALL;
            case ANY -> Strictness.ANY;
            case SEMI -> Strictness.SEMI;
            case ANTI -> Strictness.ANTI;
            case ASOF -> Strictness.ASOF;
            case DEFAULT ->
                switch (analyzer.context()
                        .settings()
                        .get(PlannerSettings.JOIN_DEFAULT_STRICTNESS)
                        .toUpperCase(Locale.ROOT)) {
                    case "ANY" -> Strictness.ANY;
                    case "ALL" -> Strictness.ALL;
                    default ->
                        throw new DbException(
                                ErrorCode.EXPECTED_ALL_OR_ANY,
                                "Expected ANY or ALL in JOIN section, because setting (join_default_strictness) is empty");
                };
        };
    }
}
