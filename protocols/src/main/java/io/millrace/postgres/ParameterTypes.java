package io.millrace.postgres;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.Optional;

/** Which of our types a parameter has whose client has declared one of PostgreSQL's. */
final class ParameterTypes {
    private ParameterTypes() {}

    /** The client's choice; empty for 0, unknown and ids that are not ours. */
    static Optional<WireType> declared(int oid) {
        if (oid == 0 || oid == PgType.UNKNOWN.oid()) {
            return Optional.empty();
        }
        Optional<WireType> scalar = PgType.ofOid(oid).map(WireType::of);
        return scalar.or(() -> PgType.ofArrayOid(oid).map(e -> new WireType(e, true, -1)));
    }

    /** Our type for a parameter of a question to the catalog: objects may be named there. */
    static DataType ofCatalog(WireType wire) {
        return switch (wire.type()) {
            case REGCLASS, REGTYPE, REGPROC, REGNAMESPACE, REGROLE, REGPROCEDURE ->
                wire.array() ? Types.array(Types.STRING) : Types.STRING;
            default -> ours(wire);
        };
    }

    /** Our type for a declared one; numbers without a scale stand for 18 digits behind the point until their value is known. */
    static DataType ours(WireType wire) {
        DataType element = switch (wire.type()) {
            case BOOL -> Types.BOOL;
            case INT2 -> Types.INT16;
            case INT4 -> Types.INT32;
            case INT8 -> Types.INT64;
            case OID, XID, REGCLASS, REGTYPE, REGPROC, REGNAMESPACE, REGROLE -> Types.UINT32;
            case FLOAT4 -> Types.FLOAT32;
            case FLOAT8 -> Types.FLOAT64;
            case NUMERIC -> new DataType.DecimalType(38, 10);
            case DATE -> Types.DATE32;
            case TIMESTAMP, TIMESTAMPTZ -> new DataType.DateTime64Type(6, Optional.empty());
            case UUID -> Types.UUID;
            default -> Types.STRING;
        };
        return wire.array()
                ? Types.array(Types.nullable(Types.canBeInNullable(element) ? element : Types.STRING))
                : element;
    }
}
