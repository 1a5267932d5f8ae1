package io.millrace.functions.aggregate.map;

import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Base of functions over an array of keys and arrays of values, or a tuple of them: values of equal keys are combined, keys come out in order. Over a Map it is
 * the nested function with -Map, as in ClickHouse.
 */
abstract class MapFunction implements AggregateFunction {
    private final String name;
    private final AggregateFunction nested;
    private final boolean ownTypes;
    private final boolean dropsZeros;

    /**
     * @param ownTypes whether results have the type of the values, and not that of the nested function
     * @param dropsZeros whether keys whose values are all zero are left out
     */
    MapFunction(String name, AggregateFunction nested, boolean ownTypes, boolean dropsZeros) {
        this.name = name;
        this.nested = nested;
        this.ownTypes = ownTypes;
        this.dropsZeros = dropsZeros;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FunctionDoc doc() {
        return FunctionDoc.of(
                "Aggregate",
                name + "(keys, values, ...)",
                "Combines the values of equal keys by " + nested.name() + ".");
    }

    @Override
    public final BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name, parameters);
        if (arguments.size() == 1 && arguments.getFirst() instanceof MapType map) {
            return MapCombined.bind(name, nested, parameters, map);
        }
        boolean tuple = arguments.size() == 1 && arguments.getFirst() instanceof TupleType;
        List<DataType> columns =
                arguments.size() == 1 && arguments.getFirst() instanceof TupleType t ? t.elements() : arguments;
        if (columns.size() < 2) {
            throw Checks.count("Aggregate function " + name
                    + " requires at least two arguments of Array type or one argument of tuple of two arrays");
        }
        List<DataType> elements = new ArrayList<>();
        for (DataType column : columns) {
            if (!(column instanceof ArrayType array)) {
                throw Checks.illegal(name, column);
            }
            elements.add(Types.withoutLowCardinality(array.element()));
        }
        DataType key = Types.bare(elements.getFirst());
        List<DataType> stateTypes = new ArrayList<>();
        List<DataType> resultTypes = new ArrayList<>();
        List<BoundAggregate> inner = new ArrayList<>();
        for (DataType element : elements.subList(1, elements.size())) {
            DataType value = Types.bare(element);
            BoundAggregate bound = nested.bind(List.of(), List.of(value));
            inner.add(bound);
            stateTypes.add(promoted(bound.type()));
            resultTypes.add(ownTypes || value instanceof DataType.DecimalType ? value : bound.type());
        }
        List<DataType> results = new ArrayList<>();
        results.add(Types.array(key));
        resultTypes.forEach(t -> results.add(Types.array(t)));
        return new BoundFunction(
                new TupleType(List.copyOf(results), List.of()),
                BoundFunction.stateType(name, parameters, arguments),
                () -> new ArraysState(states(key, inner), tuple, stateTypes, resultTypes, dropsZeros));
    }

    private static KeyedStates states(DataType key, List<BoundAggregate> inner) {
        List<GroupedState> nested = inner.stream().map(BoundAggregate::newState).toList();
        return new KeyedStates(key, nested);
    }

    /** In states numbers have at least 64 bits. */
    private static DataType promoted(DataType type) {
        return switch (type) {
            case DataType.IntegerType i when i.bits() < 64 -> new DataType.IntegerType(64, i.signed());
            case DataType.FloatType f -> Types.FLOAT64;
            case DataType.DecimalType d when d.bits() < 128 -> new DataType.DecimalType(38, d.scale());
            default -> type;
        };
    }
}
