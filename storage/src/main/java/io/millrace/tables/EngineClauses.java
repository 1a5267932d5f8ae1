package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.table.TableDefinition;

/** Checks what CREATE TABLE says behind ENGINE for engines that take nothing. Stateless. */
final class EngineClauses {
    private EngineClauses() {}

    /**
     * @throws DbException NUMBER_OF_ARGUMENTS_DOESNT_MATCH for arguments, BAD_ARGUMENTS for keys and TTL
     */
    static void checkNone(TableDefinition definition) {
        String engine = definition.engineName();
        if (!definition.engineArguments().isEmpty()) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Engine " + engine + " doesn't support any arguments ("
                            + definition.engineArguments().size() + " given)");
        }
        boolean keys = !definition.orderBy().isEmpty()
                || !definition.primaryKey().isEmpty()
                || !definition.partitionBy().isEmpty()
                || !definition.sampleBy().isEmpty();
        if (keys) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Engine " + engine + " doesn't support PARTITION BY, PRIMARY KEY, ORDER BY or SAMPLE BY clauses."
                            + " Currently only the MergeTree family of engines has support for the feature");
        }
        if (!definition.ttl().isEmpty()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Engine " + engine + " doesn't support TTL clause. Currently only the MergeTree family of engines"
                            + " has support for the feature");
        }
    }
}
