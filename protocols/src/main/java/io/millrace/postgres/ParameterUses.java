package io.millrace.postgres;

import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import io.millrace.sql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parameters {@code $1}, {@code $2}, ... of a statement: how many there are, and which have a type because a cast stands around them. */
final class ParameterUses extends TreeMapper {
    /** Types in whose formats values are read; others are decided by where a parameter stands. */
    private static final Set<PgType> READ = Set.of(
            PgType.BOOL,
            PgType.BYTEA,
            PgType.INT2,
            PgType.INT4,
            PgType.INT8,
            PgType.OID,
            PgType.FLOAT4,
            PgType.FLOAT8,
            PgType.NUMERIC,
            PgType.TEXT,
            PgType.VARCHAR,
            PgType.BPCHAR,
            PgType.NAME,
            PgType.DATE,
            PgType.TIMESTAMP,
            PgType.TIMESTAMPTZ,
            PgType.UUID,
            PgType.JSON,
            PgType.JSONB);

    private final List<Optional<WireType>> types;

    /**
     * @param declared what the client has chosen
     */
    ParameterUses(List<Optional<WireType>> declared) {
        this.types = new ArrayList<>(declared);
    }

    /** The types that are known, one for each parameter. */
    List<Optional<WireType>> types() {
        return types;
    }

    @Override
    Expr parameter(Expr.QueryParameter parameter) {
        if (parameter.type().isEmpty()) {
            int count = Integer.parseInt(parameter.name());
            while (types.size() < count) {
                types.add(Optional.empty());
            }
        }
        return parameter;
    }

    @Override
    Expr call(Expr.FunctionCall call) {
        if (call.name().equalsIgnoreCase("CAST")
                && call.arguments().size() == 2
                && call.arguments().getFirst() instanceof Expr.QueryParameter parameter
                && parameter.type().isEmpty()) {
            int index = Integer.parseInt(parameter.name()) - 1;
            Optional<WireType> cast = text(call.arguments().getLast())
                    .flatMap(TypeTexts::canonical)
                    .filter(wire -> READ.contains(wire.type()));
            if (types.get(index).isEmpty()) {
                types.set(index, cast);
            }
        }
        return call;
    }
}
