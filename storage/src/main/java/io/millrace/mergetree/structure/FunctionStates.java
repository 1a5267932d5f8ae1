package io.millrace.mergetree.structure;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.engine.TableServices;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StateFormat;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/** Finds the end of serialized aggregate states by letting the function read them. Thread-safe. */
public final class FunctionStates implements StateFormats {
    private final TableServices services;

    public FunctionStates(TableServices services) {
        this.services = services;
    }

    @Override
    public StateFormat of(AggregateStateType type) {
        BoundAggregate bound = bind(services, type);
        return (in, out) -> {
            GroupedState state = bound.newState();
            state.resize(1);
            state.readMerge(0, in);
            state.write(0, out);
        };
    }

    /** The function whose states a type holds. */
    public static BoundAggregate bind(TableServices services, AggregateStateType type) {
        List<Parameter> parameters = new ArrayList<>();
        for (String text : type.parameters()) {
            Expression bound = services.bind(text, new Header(List.of()));
            if (!(bound instanceof Expression.Constant constant)) {
                throw new DbException(
                        ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
                        "Parameter " + text + " of type " + type.name() + " is no literal");
            }
            parameters.add(new Parameter(constant.type(), constant.value(), text));
        }
        return services.functions().bindAggregate(type.function(), parameters, type.arguments());
    }
}
