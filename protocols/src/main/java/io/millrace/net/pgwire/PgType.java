package io.millrace.net.pgwire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's built-in types with their object ids. */
public enum PgType {
    BOOL("bool", 16, 1, 1000),
    BYTEA("bytea", 17, -1, 1001),
    CHAR("char", 18, 1, 1002),
    NAME("name", 19, 64, 1003),
    INT8("int8", 20, 8, 1016),
    INT2("int2", 21, 2, 1005),
    INT2VECTOR("int2vector", 22, -1, 1006),
    INT4("int4", 23, 4, 1007),
    REGPROC("regproc", 24, 4, 1008),
    TEXT("text", 25, -1, 1009),
    OID("oid", 26, 4, 1028),
    XID("xid", 28, 4, 1011),
    OIDVECTOR("oidvector", 30, -1, 1013),
    JSON("json", 114, -1, 199),
    NODE_TREE("pg_node_tree", 194, -1, 0),
    POINT("point", 600, 16, 1017),
    CIDR("cidr", 650, -1, 651),
    FLOAT4("float4", 700, 4, 1021),
    FLOAT8("float8", 701, 8, 1022),
    UNKNOWN("unknown", 705, -2, 0),
    INET("inet", 869, -1, 1041),
    ACLITEM("aclitem", 1033, 12, 1034),
    BPCHAR("bpchar", 1042, -1, 1014),
    VARCHAR("varchar", 1043, -1, 1015),
    DATE("date", 1082, 4, 1182),
    TIME("time", 1083, 8, 1183),
    TIMESTAMP("timestamp", 1114, 8, 1115),
    TIMESTAMPTZ("timestamptz", 1184, 8, 1185),
    INTERVAL("interval", 1186, 16, 1187),
    TIMETZ("timetz", 1266, 12, 1270),
    NUMERIC("numeric", 1700, -1, 1231),
    REFCURSOR("refcursor", 1790, -1, 2201),
    REGPROCEDURE("regprocedure", 2202, 4, 2207),
    REGCLASS("regclass", 2205, 4, 2210),
    REGTYPE("regtype", 2206, 4, 2211),
    RECORD("record", 2249, -1, 2287),
    CSTRING("cstring", 2275, -2, 1263),
    ANYARRAY("anyarray", 2277, -1, 0),
    VOID("void", 2278, 4, 0),
    UUID("uuid", 2950, 16, 2951),
    LSN("pg_lsn", 3220, 8, 3221),
    JSONB("jsonb", 3802, -1, 3807),
    REGNAMESPACE("regnamespace", 4089, 4, 4090),
    REGROLE("regrole", 4096, 4, 4097),
    XID8("xid8", 5069, 8, 271);

    private static final Map<Integer, PgType> BY_OID = new HashMap<>();
    private static final Map<Integer, PgType> BY_ARRAY_OID = new HashMap<>();
    private static final Map<String, PgType> BY_NAME = new HashMap<>();

    static {
        for (PgType type : values()) {
            BY_OID.put(type.oid, type);
            BY_NAME.put(type.typeName, type);
            if (type.arrayOid != 0) {
                BY_ARRAY_OID.put(type.arrayOid, type);
            }
        }
    }

    private final String typeName;
    private final int oid;
    private final int length;
    private final int arrayOid;

    PgType(String typeName, int oid, int length, int arrayOid) {
        this.typeName = typeName;
        this.oid = oid;
        this.length = length;
        this.arrayOid = arrayOid;
    }

    /** PostgreSQL's internal name: {@code int4}. */
    public String typeName() {
        return typeName;
    }

    public int oid() {
        return oid;
    }

    /** Bytes of a value in PostgreSQL, -1 for any number, -2 for a C string. */
    public int length() {
        return length;
    }

    /** The id of the array type; 0 when there is none. */
    public int arrayOid() {
        return arrayOid;
    }

    public static Optional<PgType> ofOid(int oid) {
        return Optional.ofNullable(BY_OID.get(oid));
    }

    /** The element type of an array type's id. */
    public static Optional<PgType> ofArrayOid(int oid) {
        return Optional.ofNullable(BY_ARRAY_OID.get(oid));
    }

    public static Optional<PgType> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
