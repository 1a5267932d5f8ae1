package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The parameters of a query while it is bound: what the client declares, what their use decides. */
final class Parameters {
    private final List<Optional<WireType>> types;

    Parameters(List<Optional<WireType>> declared) {
        types = new ArrayList<>(declared);
    }

    private int index(String number) {
        int index = Integer.parseInt(number) - 1;
        if (index < 0 || index > 65_534) {
            throw new DbException(ErrorCode.UNKNOWN_QUERY_PARAMETER, "there is no parameter $" + number);
        }
        while (types.size() <= index) {
            types.add(Optional.empty());
        }
        return index;
    }

    /** Decides the type of a parameter that is open. */
    void decide(String number, WireType type) {
        int index = index(number);
        if (types.get(index).isEmpty() && type.type() != PgType.UNKNOWN) {
            types.set(index, Optional.of(type));
        }
    }

    Node node(String number) {
        int index = index(number);
        decide(number, WireType.TEXT);
        return new Node(types.get(index).orElse(WireType.TEXT), f -> f.execution.parameter(index), new BitSet());
    }

    List<WireType> types() {
        return types.stream().map(t -> t.orElse(WireType.TEXT)).toList();
    }
}
