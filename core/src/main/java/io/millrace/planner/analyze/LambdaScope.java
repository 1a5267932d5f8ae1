package io.millrace.planner.analyze;

import io.millrace.data.type.DataType;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters and captures of one lambda while its body is bound. Captures are numbered behind the parameters. */
final class LambdaScope {
    private final List<String> names;
    private final List<DataType> types;
    private final List<Expression> captured = new ArrayList<>();

    LambdaScope(List<String> names, List<DataType> types) {
        this.names = names;
        this.types = types;
    }

    Optional<Expression> parameter(String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(new Expression.Input(index, name, types.get(index)));
    }

    /** The input of the body that carries an expression of the scope around the lambda. */
    Expression capture(Expression outer) {
        int known = captured.indexOf(outer);
        if (known < 0) {
            captured.add(outer);
            known = captured.size() - 1;
        }
        return new Expression.Input(names.size() + known, "captured", outer.type());
    }

    List<Expression> captured() {
        return captured;
    }
}
