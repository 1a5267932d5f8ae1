package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Supertype;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.tree.Expression;
import io.millrace.expressions.tree.SetReference;
import io.millrace.pipeline.operator.set.ValueSets;
import io.millrace.planner.plan.Plan;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code x IN ...} and {@code EXISTS (...)}: the right side becomes a set, known at once for lists, filled later for subqueries.
 */
final class InCalls {
    private InCalls() {}

    static Optional<Expression> bind(Expr.FunctionCall call, ExpressionBinder binder) {
        return switch (call.name()) {
            case "in", "globalIn", "nullIn", "globalNullIn" -> Optional.of(in(call, binder, false));
            case "notIn", "globalNotIn", "notNullIn", "globalNotNullIn" -> Optional.of(in(call, binder, true));
            case "exists" -> Optional.of(exists(call, binder));
            default -> Optional.empty();
        };
    }

    private static Expression exists(Expr.FunctionCall call, ExpressionBinder binder) {
        if (call.arguments().size() == 1 && call.arguments().getFirst() instanceof Expr.Subquery subquery) {
            try {
                return Literals.uint8(binder.analyzer().anyRow(subquery.query()) ? 1 : 0);
            } catch (DbException e) {
                if (e.code() != ErrorCode.UNKNOWN_IDENTIFIER) {
                    throw e;
                }
                return binder.outsideOfLambdas(() -> CorrelatedSubquery.exists(subquery.query(), binder, e));
            }
        }
        throw new DbException(ErrorCode.BAD_ARGUMENTS, "EXISTS takes a subquery in brackets");
    }

    private static Expression in(Expr.FunctionCall call, ExpressionBinder binder, boolean negated) {
        if (call.arguments().size() != 2) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "Function " + call.name() + " takes two arguments");
        }
        Expression left = binder.bind(call.arguments().get(0));
        Expr right = call.arguments().get(1);
        Optional<Query> subquery = subquery(right, binder);
        if (subquery.isPresent()) {
            return inSubquery(left, subquery.get(), binder, negated);
        }
        if (right instanceof Expr.Literal literal) {
            return inElements(left, literals(literal.value(), left.type(), binder), binder, negated);
        }
        if (right instanceof Expr.FunctionCall list
                && (list.name().equals("tuple") || list.name().equals("array"))) {
            return inCall(left, list, binder, negated);
        }
        return inValue(left, binder.bind(right), binder, negated);
    }

    /** {@code (SELECT ..)}, or the name of a table or of a query of WITH. */
    private static Optional<Query> subquery(Expr right, ExpressionBinder binder) {
        if (right instanceof Expr.Subquery subquery) {
            return Optional.of(subquery.query());
        }
        if (right instanceof Expr.Identifier identifier
                && identifier.parts().size() <= 2
                && binder.analyzer().namesTable(identifier.parts(), binder)) {
            TableName name = identifier.parts().size() == 1
                    ? TableName.of(identifier.parts().getFirst())
                    : TableName.of(identifier.parts().get(0), identifier.parts().get(1));
            return Optional.of(QueryAnalyzer.selectAll(name));
        }
        return Optional.empty();
    }

    // ---- lists

    private static List<Expression> literals(LiteralValue value, DataType leftType, ExpressionBinder binder) {
        List<LiteralValue> elements = switch (value) {
            case LiteralValue.ArrayValue array -> array.elements();
            case LiteralValue.TupleValue tuple
            when leftType instanceof TupleType
                    && !tuple.elements().stream().allMatch(e -> e instanceof LiteralValue.TupleValue) -> List.of(tuple);
            case LiteralValue.TupleValue tuple -> tuple.elements();
            default -> List.of(value);
        };
        return elements.stream().map(binder::literal).toList();
    }

    private static Expression inCall(
            Expression left, Expr.FunctionCall list, ExpressionBinder binder, boolean negated) {
        List<Expression> elements = new ArrayList<>();
        boolean oneTuple = left.type() instanceof TupleType && list.name().equals("tuple");
        for (Expr element : list.arguments()) {
            Expression bound = binder.bind(element);
            oneTuple &= !(bound.type() instanceof TupleType);
            elements.add(bound);
        }
        if (oneTuple) {
            elements = List.of(binder.calls().call("tuple", elements));
        }
        if (elements.stream().allMatch(e -> e instanceof Expression.Constant)) {
            return inElements(left, elements, binder, negated);
        }
        Expression array = binder.calls().call("array", elements);
        return inValue(left, array, binder, negated);
    }

    private static Expression inValue(Expression left, Expression right, ExpressionBinder binder, boolean negated) {
        if (right instanceof Expression.Constant constant) {
            return inElements(left, constantElements(constant, left.type()), binder, negated);
        }
        if (right.type() instanceof ArrayType || right.type() instanceof DataType.MapType) {
            Expression has = binder.calls().call("has", right, left);
            return negated ? binder.calls().call("not", has) : has;
        }
        throw new DbException(
                ErrorCode.INCORRECT_ELEMENT_OF_SET,
                "The right side of IN must be a list of constants, an array, a table or a subquery, not a value of type "
                        + right.type().name());
    }

    private static List<Expression> constantElements(Expression.Constant constant, DataType leftType) {
        List<Expression> elements = new ArrayList<>();
        if (constant.type() instanceof ArrayType type && constant.value() instanceof ArrayColumn array) {
            for (int i = array.offsets()[0]; i < array.offsets()[1]; i++) {
                elements.add(
                        new Expression.Constant(type.element(), array.elements().slice(i, i + 1)));
            }
            return elements;
        }
        boolean rows = constant.type() instanceof TupleType type
                && (!(leftType instanceof TupleType) || type.elements().stream().allMatch(e -> e instanceof TupleType));
        if (rows && constant.value() instanceof TupleColumn tuple && constant.type() instanceof TupleType type) {
            for (int i = 0; i < tuple.elements().size(); i++) {
                elements.add(new Expression.Constant(
                        type.elements().get(i), tuple.elements().get(i)));
            }
            return elements;
        }
        return List.of(constant);
    }

    /** A set of constants, converted to the left side's type; what does not convert exactly can equal nothing and is left out. */
    private static Expression inElements(
            Expression left, List<Expression> elements, ExpressionBinder binder, boolean negated) {
        if (left.type().equals(Types.NULL)) {
            return Literals.nullConstant();
        }
        DataType type = setType(left.type());
        ColumnBuilder values = ColumnBuilder.of(type, elements.size());
        Map<DataType, ColumnBuilder> byType = new LinkedHashMap<>();
        for (Expression element : elements) {
            if (!element.type().equals(Types.NULL)) {
                Column one = ((Expression.Constant) element).value();
                byType.computeIfAbsent(element.type(), t -> ColumnBuilder.of(t, elements.size()))
                        .append(one, 0);
            }
        }
        byType.forEach((from, builder) -> appendConverted(builder.build(), from, type, values, binder));
        SetReference set = binder.setOf(elements, type, () -> SetReference.of(ValueSets.of(type, values.build())));
        return membership(binder.calls().cast(left, likeSet(left.type(), type)), set, negated);
    }

    private static void appendConverted(
            Column column, DataType from, DataType to, ColumnBuilder values, ExpressionBinder binder) {
        if (from.equals(to)) {
            values.appendRange(column, 0, column.rows());
            return;
        }
        BindContext context = binder.analyzer().context().bind();
        boolean text = from instanceof DataType.StringType;
        String cast = text || to instanceof TupleType ? "_CAST" : "accurateCastOrNull";
        Expression.Constant typeName = Literals.string(to.name().getBytes(StandardCharsets.UTF_8));
        BoundScalar bound = context.functions()
                .bindScalar(
                        cast,
                        List.of(
                                Argument.value("element", from),
                                Argument.constant("type", typeName.type(), typeName.value())),
                        context);
        Column converted;
        try {
            converted = bound.evaluate(
                            new Column[] {column, typeName.column(column.rows())}, column.rows(), context.evaluation())
                    .plain();
        } catch (DbException e) {
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    "Cannot convert a value of IN to type " + to.name() + ": " + e.getMessage());
        }
        for (int row = 0; row < converted.rows(); row++) {
            if (converted instanceof NullableColumn nullable) {
                if (!nullable.isNull(row)) {
                    values.append(nullable.values(), row);
                }
            } else {
                values.append(converted, row);
            }
        }
    }

    // ---- subqueries

    private static Expression inSubquery(Expression left, Query query, ExpressionBinder binder, boolean negated) {
        Plan plan = binder.analyzer().plan(query);
        Expression right;
        int width = left.type() instanceof TupleType tuple ? tuple.elements().size() : 1;
        if (plan.header().width() == 1) {
            right = new Expression.Input(0, plan.header().name(0), plan.header().type(0));
        } else {
            if (plan.header().width() != width) {
                throw new DbException(
                        ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
                        "Number of columns in section IN doesn't match. " + width + " at left, "
                                + plan.header().width() + " at right.");
            }
            List<Expression> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                columns.add(new Expression.Input(
                        i, plan.header().name(i), plan.header().type(i)));
            }
            right = binder.calls().call("tuple", columns);
        }
        // values of another kind are converted to the left side's, as in lists
        DataType type = setType(Supertype.least(
                        List.of(Types.withoutLowCardinality(left.type()), Types.withoutLowCardinality(right.type())))
                .orElse(left.type()));
        DataType valueType = likeSet(right.type(), type);
        SetReference set = binder.setOf(query, valueType, () -> {
            SetReference pending = SetReference.pending();
            binder.analyzer().addSet(pending, projectValue(plan, binder.calls().cast(right, valueType)));
            return pending;
        });
        return membership(binder.calls().cast(left, likeSet(left.type(), type)), set, negated);
    }

    private static Plan projectValue(Plan plan, Expression value) {
        return new Plan.Project(plan, List.of(value), Header.of(new Header.Field("value", value.type())));
    }

    private static Expression membership(Expression left, SetReference set, boolean negated) {
        DataType type = left.type().isNullable() ? Types.nullable(Types.UINT8) : Types.UINT8;
        return new Expression.InSet(left, set, negated, type);
    }

    /** Type of a set's values: without LowCardinality and NULL. */
    private static DataType setType(DataType left) {
        DataType bare = Types.bare(left);
        if (bare instanceof TupleType tuple) {
            return new TupleType(tuple.elements().stream().map(Types::bare).toList(), List.of());
        }
        return bare;
    }

    /** The set's type, Nullable where the side is. */
    private static DataType likeSet(DataType side, DataType setType) {
        if (side instanceof TupleType tuple && setType instanceof TupleType set) {
            List<DataType> elements = new ArrayList<>();
            for (int i = 0; i < set.elements().size(); i++) {
                DataType element = set.elements().get(i);
                elements.add(tuple.elements().get(i).isNullable() ? Types.nullable(element) : element);
            }
            return new TupleType(elements, List.of());
        }
        return side.isNullable() ? Types.nullable(setType) : setType;
    }
}
