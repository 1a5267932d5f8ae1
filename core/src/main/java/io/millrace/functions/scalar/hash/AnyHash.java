package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import java.util.Arrays;
import java.util.List;

/** Base of the hash functions that take any number of arguments of any type. */
abstract class AnyHash implements ScalarFunction {
    private final HashScheme scheme;

    AnyHash(String name, DataType type, boolean mixesNumbers, HashScheme.Bytes bytes, HashScheme.Joining joining) {
        scheme = new HashScheme(name, type, mixesNumbers, bytes, joining);
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return new Bound(scheme, arguments.stream().map(Argument::type).toList());
    }

    /** The hash of some types. */
    private record Bound(HashScheme scheme, List<DataType> types) implements BoundScalar {
        @Override
        public DataType type() {
            return scheme.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] hashes = new long[rows];
            if (arguments.length == 0) {
                Arrays.fill(hashes, CityHash.OF_NO_ARGUMENTS);
            }
            RowHashes walk = new RowHashes(scheme);
            for (int i = 0; i < arguments.length; i++) {
                walk.add(arguments[i], types.get(i), rows, i == 0, hashes);
            }
            return Narrowing.ofLongs(hashes, rows, scheme.type());
        }
    }
}
