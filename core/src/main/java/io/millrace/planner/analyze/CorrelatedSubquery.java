package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Header;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.planner.scope.Relation;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A subquery that uses columns of the query around it, which equalities of its WHERE tie to its own ones. It is run once for all rows: EXISTS becomes IN, and a
 * scalar becomes a look-up in its values by key, NULL where there is none, as ClickHouse's joins give it. Used once.
 */
final class CorrelatedSubquery {
    private final ExpressionBinder binder;
    private final Query.Select select;
    private final Relation inner;
    private final Set<String> innerAliases = new HashSet<>();

    /** Conditions of the subquery alone, and of the query around it alone. */
    private final List<Expr> own = new ArrayList<>();

    private final List<Expr> around = new ArrayList<>();
    private final List<Expr> innerKeys = new ArrayList<>();
    private final List<Expr> outerKeys = new ArrayList<>();

    /** Whose columns an expression uses. */
    private enum Side {
        NONE,
        INNER,
        OUTER,
        BOTH;

        Side and(Side other) {
            return this == NONE ? other : other == NONE || this == other ? this : BOTH;
        }
    }

    private CorrelatedSubquery(Query.Select select, ExpressionBinder binder, DbException unknown) {
        this.select = select;
        this.binder = binder;
        FromItem from = select.from().orElseThrow(() -> unknown);
        this.inner = new FromAnalyzer(binder.analyzer(), Aliases.none()).relation(from);
        for (Expr column : select.columns()) {
            if (column instanceof Expr.Alias alias) {
                innerAliases.add(alias.name());
            }
        }
        List<Expr> conditions = new ArrayList<>();
        select.where().ifPresent(w -> split(w, conditions));
        conditions.forEach(c -> sort(c, unknown));
    }

    /**
     * The value of EXISTS.
     *
     * @param unknown what is wrong if the subquery is not correlated: a name that it does not know
     */
    static Expression exists(Query query, ExpressionBinder binder, DbException unknown) {
        CorrelatedSubquery subquery = new CorrelatedSubquery(plain(query, unknown), binder, unknown);
        if (subquery.select.columns().stream().anyMatch(subquery::hasAggregate)) {
            throw unsupported("with aggregates inside of EXISTS");
        }
        return subquery.asExists();
    }

    /** The value of a scalar subquery; see {@link #exists}. */
    static Expression scalar(Query query, ExpressionBinder binder, DbException unknown) {
        return new CorrelatedSubquery(plain(query, unknown), binder, unknown).asScalar(unknown);
    }

    private static Query.Select plain(Query query, DbException unknown) {
        if (!(query instanceof Query.Select select)
                || !select.with().isEmpty()
                || select.prewhere().isPresent()
                || !(select.groupBy().keys() instanceof Query.NoKeys)
                || select.having().isPresent()
                || select.qualify().isPresent()
                || select.limitBy().isPresent()
                || select.limit().offset().isPresent()) {
            throw unknown;
        }
        return select;
    }

    private static DbException unsupported(String what) {
        return new DbException(
                ErrorCode.NOT_IMPLEMENTED,
                "Correlated subqueries are not supported " + what
                        + "; equalities of its columns with those of the query around it are, in its WHERE. Write a JOIN instead");
    }

    // ---- taking apart

    private static void split(Expr condition, List<Expr> conjuncts) {
        if (condition instanceof Expr.FunctionCall call && call.name().equals("and")) {
            call.arguments().forEach(a -> split(a, conjuncts));
        } else {
            conjuncts.add(condition);
        }
    }

    private void sort(Expr condition, DbException unknown) {
        switch (side(condition, unknown)) {
            case NONE, INNER -> own.add(condition);
            case OUTER -> around.add(condition);
            case BOTH -> {
                if (!(condition instanceof Expr.FunctionCall call)
                        || !call.name().equals("equals")
                        || call.arguments().size() != 2) {
                    throw unsupported("with conditions other than equality");
                }
                Expr left = call.arguments().get(0);
                Expr right = call.arguments().get(1);
                boolean innerFirst = side(left, unknown) == Side.INNER;
                Expr own = innerFirst ? left : right;
                Expr other = innerFirst ? right : left;
                if (side(own, unknown) != Side.INNER || side(other, unknown) != Side.OUTER) {
                    throw unsupported("with conditions that mix columns of both queries");
                }
                innerKeys.add(own);
                outerKeys.add(other);
            }
        }
    }

    private Side side(Expr expr, DbException unknown) {
        return switch (expr) {
            case Expr.Identifier identifier -> side(identifier, unknown);
            case Expr.Alias alias -> side(alias.expression(), unknown);
            case Expr.FunctionCall call -> {
                Side side = Side.NONE;
                for (Expr argument : call.arguments()) {
                    side = side.and(side(argument, unknown));
                }
                yield side;
            }
            case Expr.Literal l -> Side.NONE;
            case Expr.QueryParameter p -> Side.NONE;
            // what these hold is the subquery's own; if it is not, binding it says so
            case Expr.Subquery s -> Side.INNER;
            case Expr.Lambda l -> Side.INNER;
            case Expr.Asterisk a -> Side.INNER;
            case Expr.ColumnsByPattern c -> Side.INNER;
            case Expr.ColumnsByList c -> Side.INNER;
        };
    }

    private Side side(Expr.Identifier identifier, DbException unknown) {
        List<String> parts = identifier.parts();
        if (innerAliases.contains(parts.getFirst()) || knows(inner, parts)) {
            return Side.INNER;
        }
        if (knows(binder.relation(), parts) || binder.isAlias(parts.getFirst())) {
            return Side.OUTER;
        }
        throw unknown;
    }

    private static boolean knows(Relation relation, List<String> parts) {
        for (int used = parts.size(); used > 0; used--) {
            if (relation.find(parts.subList(0, used)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAggregate(Expr expr) {
        return switch (expr) {
            case Expr.FunctionCall call ->
                SelectCalls.isAggregate(call, binder)
                        || call.arguments().stream().anyMatch(this::hasAggregate);
            case Expr.Alias alias -> hasAggregate(alias.expression());
            default -> false;
        };
    }

    // ---- putting together

    private Expression asExists() {
        Expr result;
        if (innerKeys.isEmpty()) {
            result = call("exists", new Expr.Subquery(Position.NONE, query(select.columns(), own, Query.GroupBy.NONE)));
        } else {
            List<Expr> keys = comparable();
            Query.Select rows = query(keys, own, Query.GroupBy.NONE);
            Expr found = call("in", tuple(outerKeys), new Expr.Subquery(Position.NONE, rows));
            result = call("ifNull", found, number(0));
        }
        for (Expr condition : around) {
            result = call("and", condition, result);
        }
        return binder.bind(result);
    }

    private Expression asScalar(DbException unknown) {
        if (select.columns().size() != 1) {
            throw unsupported("with several columns");
        }
        Expr value = select.columns().getFirst() instanceof Expr.Alias alias
                ? alias.expression()
                : select.columns().getFirst();
        if (innerKeys.isEmpty() || side(value, unknown).and(Side.INNER) != Side.INNER) {
            throw unsupported("that select columns of the query around them");
        }
        Expr one = hasAggregate(value) ? value : call("any", value);
        List<Expr> keys = comparable();
        Expr key = keys.size() == 1 ? keys.getFirst() : call("toString", tuple(keys));
        List<Expr> conditions = new ArrayList<>(own);
        keys.forEach(k -> conditions.add(call("isNotNull", k)));
        Query.Select grouped = query(
                List.of(new Expr.Alias(Position.NONE, key, "__key"), new Expr.Alias(Position.NONE, one, "__value")),
                conditions,
                new Query.GroupBy(new Query.KeyList(List.of(key)), false, false, false));
        Query.Select lists = from(
                List.of(
                        call("groupArray", call("assumeNotNull", name("__key"))),
                        call("groupArray", tuple(List.of(name("__value"), number(0))))),
                new FromItem.Derived(Position.NONE, grouped, FromItem.Modifiers.NONE));
        if (!(binder.analyzer().scalarSubquery(lists)
                instanceof Expression.Constant(DataType.TupleType type, TupleColumn found))) {
            throw DbException.bug("Two aggregates give one row");
        }
        Expr given = outerKeys.size() == 1 ? outerKeys.getFirst() : call("toString", tuple(outerKeys));
        return lookUp(
                binder.bind(given),
                new Expression.Constant(type.elements().get(0), found.elements().get(0)),
                new Expression.Constant(type.elements().get(1), found.elements().get(1)));
    }

    /** The value at the place of a key in the list of keys, or NULL. */
    private Expression lookUp(Expression key, Expression.Constant keys, Expression.Constant values) {
        Calls calls = binder.calls();
        Expression places = calls.call("arrayEnumerate", keys);
        Expression none = calls.cast(Literals.integer(BigInteger.ZERO), Types.UINT32);
        Expression place = calls.call("ifNull", calls.call("transform", key, keys, places, none), none);
        Expression value =
                calls.call("tupleElement", calls.call("arrayElement", values, place), Literals.integer(BigInteger.ONE));
        return calls.call("if", calls.call("equals", place, none), Literals.nullConstant(), value);
    }

    /** The subquery's keys in the types of the other side; what does not fit there equals nothing and becomes NULL. */
    private List<Expr> comparable() {
        Header types = binder.analyzer()
                .plan(query(innerKeys, own, Query.GroupBy.NONE))
                .header();
        List<Expr> keys = new ArrayList<>();
        for (int i = 0; i < innerKeys.size(); i++) {
            DataType its = Types.bare(types.type(i));
            DataType wanted = Types.bare(binder.bind(outerKeys.get(i)).type());
            if (its.equals(wanted)) {
                keys.add(innerKeys.get(i));
            } else if (its instanceof DataType.IntegerType && wanted instanceof DataType.IntegerType) {
                keys.add(call("accurateCastOrNull", innerKeys.get(i), text(wanted.name())));
            } else {
                throw unsupported("with equality of " + its.name() + " and " + wanted.name());
            }
        }
        return keys;
    }

    private Query.Select query(List<Expr> columns, List<Expr> conditions, Query.GroupBy groupBy) {
        Optional<Expr> where = conditions.stream().reduce((a, b) -> call("and", a, b));
        return select(columns, select.from(), where, groupBy);
    }

    private static Query.Select from(List<Expr> columns, FromItem from) {
        return select(columns, Optional.of(from), Optional.empty(), Query.GroupBy.NONE);
    }

    private static Query.Select select(
            List<Expr> columns, Optional<FromItem> from, Optional<Expr> where, Query.GroupBy groupBy) {
        Query.Select all = Query.Select.of(Position.NONE, columns);
        return new Query.Select(
                all.position(),
                List.of(),
                false,
                all.distinct(),
                all.columns(),
                from,
                Optional.empty(),
                where,
                groupBy,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                all.orderBy(),
                Optional.empty(),
                all.limit(),
                List.of());
    }

    private static Expr call(String function, Expr... arguments) {
        return new Expr.FunctionCall(Position.NONE, function, List.of(arguments));
    }

    private static Expr tuple(List<Expr> elements) {
        return elements.size() == 1 ? elements.getFirst() : new Expr.FunctionCall(Position.NONE, "tuple", elements);
    }

    private static Expr name(String column) {
        return new Expr.Identifier(Position.NONE, List.of(column));
    }

    private static Expr number(long value) {
        return new Expr.Literal(Position.NONE, LiteralValue.IntegerValue.of(value));
    }

    private static Expr text(String text) {
        return new Expr.Literal(Position.NONE, new LiteralValue.StringValue(text.getBytes(StandardCharsets.UTF_8)));
    }
}
