package io.millrace.expressions.range;

import io.millrace.data.order.ValueOrder;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A key with functions around it, as an expression in a condition. */
record KeyChain(int key, List<KeyAtom.Step> steps) {
    /** Functions that may answer a value for NULL although their type is Nullable. */
    private static final Set<String> NULL_TO_VALUE = Set.of("coalesce", "ifNull", "if", "multiIf");

    // ---- recognising keys ----

    /** The chain that an expression is over one of the keys; empty if it is none. */
    static Optional<KeyChain> of(Expression expression, List<Expression> keys) {
        List<KeyAtom.Step> steps = new ArrayList<>();
        Expression at = expression;
        while (true) {
            for (int key = 0; key < keys.size(); key++) {
                if (sameExpression(at, keys.get(key))) {
                    return Optional.of(new KeyChain(key, steps));
                }
            }
            if (!(at instanceof Expression.Call call) || !call.deterministic()) {
                return Optional.empty();
            }
            int argument = onlyVarying(call);
            if (argument < 0 || answersNull(call, argument)) {
                return Optional.empty();
            }
            Monotonicity monotonicity = Monotonicity.of(call, argument);
            steps.addFirst(new KeyAtom.Step(call, argument, monotonicity));
            at = call.arguments().get(argument);
        }
    }

    /** Whether NULL may become a value: the range of a key says nothing of its NULLs, so such a call cannot be looked through. */
    static boolean answersNull(Expression.Call call, int argument) {
        return call.arguments().get(argument).type().isNullable()
                && (!call.type().isNullable() || NULL_TO_VALUE.contains(call.function()));
    }

    /** The only argument that is no constant, -1 when there are none or several. */
    static int onlyVarying(Expression.Call call) {
        int found = -1;
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!(call.arguments().get(i) instanceof Expression.Constant)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** Equality of expressions that may be bound to different blocks: columns are the same when they have the same name. */
    static boolean sameExpression(Expression a, Expression b) {
        if (a instanceof Expression.Input x && b instanceof Expression.Input y) {
            return x.name().equals(y.name());
        }
        if (a instanceof Expression.Constant x && b instanceof Expression.Constant y) {
            return sameConstant(x, y);
        }
        if (a instanceof Expression.Call x && b instanceof Expression.Call y) {
            if (!x.function().equals(y.function())
                    || !x.deterministic()
                    || x.arguments().size() != y.arguments().size()) {
                return false;
            }
            for (int i = 0; i < x.arguments().size(); i++) {
                if (!sameExpression(x.arguments().get(i), y.arguments().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static boolean sameConstant(Expression.Constant a, Expression.Constant b) {
        if (!a.type().equals(b.type())) {
            return false;
        }
        return ValueOrder.of(KeyColumnTypes.plain(a.type()))
                        .compare(a.value().plain(), 0, b.value().plain(), 0, 1)
                == 0;
    }
}
