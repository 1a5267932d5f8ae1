package io.millrace.postgres;

import io.millrace.base.error.ErrorCode;

/** Which SQLSTATE stands for an error of the engine. */
final class SqlState {
    static final String PROTOCOL_VIOLATION = "08P01";
    static final String NOT_SUPPORTED = "0A000";
    static final String INVALID_TEXT = "22021";
    static final String INVALID_VALUE = "22023";
    static final String BAD_COPY = "22P04";
    static final String NO_TRANSACTION = "25P01";
    static final String FAILED_TRANSACTION = "25P02";
    static final String ACTIVE_TRANSACTION = "25001";
    static final String UNKNOWN_STATEMENT = "26000";
    static final String UNKNOWN_CURSOR = "34000";
    static final String SYNTAX = "42601";
    static final String UNKNOWN_OBJECT = "42704";
    static final String TOO_LONG = "54000";
    static final String CANCELED = "57014";

    private SqlState() {}

    static String of(ErrorCode code) {
        return switch (code.name()) {
            case "SYNTAX_ERROR",
                    "INCORRECT_QUERY",
                    "EXPECTED_ALL_OR_DISTINCT",
                    "OFFSET_FETCH_WITHOUT_ORDER_BY",
                    "NUMBER_OF_COLUMNS_DOESNT_MATCH" -> SYNTAX;
            case "UNKNOWN_TABLE", "TABLE_IS_DROPPED" -> "42P01";
            case "UNKNOWN_DATABASE" -> "3F000";
            case "UNKNOWN_IDENTIFIER", "THERE_IS_NO_COLUMN", "NOT_FOUND_COLUMN_IN_BLOCK", "NO_SUCH_COLUMN_IN_TABLE" ->
                "42703";
            case "UNKNOWN_FUNCTION",
                    "UNKNOWN_AGGREGATE_FUNCTION",
                    "NUMBER_OF_ARGUMENTS_DOESNT_MATCH",
                    "ILLEGAL_TYPE_OF_ARGUMENT",
                    "TOO_FEW_ARGUMENTS_FOR_FUNCTION",
                    "TOO_MANY_ARGUMENTS_FOR_FUNCTION" -> "42883";
            case "UNKNOWN_TYPE", "UNKNOWN_STORAGE", "UNKNOWN_SETTING", "UNKNOWN_ROLE", "UNKNOWN_DATABASE_ENGINE" ->
                UNKNOWN_OBJECT;
            case "TYPE_MISMATCH",
                    "INCOMPATIBLE_COLUMNS",
                    "UNION_ALL_RESULT_STRUCTURES_MISMATCH",
                    "NO_COMMON_TYPE",
                    "ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER",
                    "ILLEGAL_COLUMN" -> "42804";
            case "CANNOT_CONVERT_TYPE" -> "42846";
            case "AMBIGUOUS_IDENTIFIER", "AMBIGUOUS_COLUMN_NAME" -> "42702";
            case "MULTIPLE_EXPRESSIONS_FOR_ALIAS" -> "42712";
            case "DUPLICATE_COLUMN" -> "42701";
            case "NOT_AN_AGGREGATE", "ILLEGAL_AGGREGATION" -> "42803";
            case "TABLE_ALREADY_EXISTS" -> "42P07";
            case "DATABASE_ALREADY_EXISTS" -> "42P04";
            case "UNKNOWN_QUERY_PARAMETER" -> "42P02";
            case "INVALID_JOIN_ON_EXPRESSION" -> "42P10";
            case "ACCESS_DENIED" -> "42501";
            case "READONLY", "TABLE_IS_READ_ONLY" -> "25006";
            case "INVALID_TRANSACTION" -> "25000";
            case "UNKNOWN_USER", "WRONG_PASSWORD", "REQUIRED_PASSWORD", "AUTHENTICATION_FAILED" -> "28P01";
            case "ILLEGAL_DIVISION" -> "22012";
            case "ARGUMENT_OUT_OF_BOUND", "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE", "DECIMAL_OVERFLOW" -> "22003";
            case "CANNOT_PARSE_TEXT",
                    "CANNOT_PARSE_QUOTED_STRING",
                    "CANNOT_PARSE_INPUT_ASSERTION_FAILED",
                    "CANNOT_PARSE_NUMBER",
                    "CANNOT_READ_ARRAY_FROM_TEXT",
                    "CANNOT_PARSE_UUID",
                    "CANNOT_PARSE_BOOL",
                    "CANNOT_PARSE_IPV4",
                    "CANNOT_PARSE_IPV6",
                    "CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING",
                    "BAD_QUERY_PARAMETER" -> "22P02";
            case "CANNOT_PARSE_DATE", "CANNOT_PARSE_DATETIME" -> "22007";
            case "BAD_ARGUMENTS", "INVALID_LIMIT_EXPRESSION" -> INVALID_VALUE;
            case "SIZES_OF_ARRAYS_DONT_MATCH" -> "2202E";
            case "INCORRECT_DATA" -> "22P03";
            case "UNEXPECTED_PACKET_FROM_CLIENT" -> PROTOCOL_VIOLATION;
            case "CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN" -> "23502";
            case "VIOLATED_CONSTRAINT" -> "23514";
            case "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO" -> "P0001";
            case "QUERY_WAS_CANCELLED", "QUERY_WAS_CANCELLED_BY_CLIENT", "TIMEOUT_EXCEEDED", "TOO_SLOW", "ABORTED" ->
                CANCELED;
            case "MEMORY_LIMIT_EXCEEDED", "CANNOT_ALLOCATE_MEMORY" -> "53200";
            case "NOT_ENOUGH_SPACE" -> "53100";
            case "TOO_MANY_SIMULTANEOUS_QUERIES" -> "53300";
            case "QUOTA_EXCEEDED", "TOO_MANY_PARTS" -> "53400";
            case "TOO_MANY_ROWS",
                    "TOO_MANY_BYTES",
                    "TOO_MANY_ROWS_OR_BYTES",
                    "LIMIT_EXCEEDED",
                    "TOO_LARGE_STRING_SIZE",
                    "TOO_LARGE_ARRAY_SIZE" -> TOO_LONG;
            case "TOO_DEEP_AST", "TOO_BIG_AST", "TOO_DEEP_RECURSION", "TOO_DEEP_SUBQUERIES" -> "54001";
            case "NOT_IMPLEMENTED", "SUPPORT_IS_DISABLED", "UNSUPPORTED_METHOD" -> NOT_SUPPORTED;
            case "SOCKET_TIMEOUT", "NETWORK_ERROR" -> "08006";
            case "ALL_CONNECTION_TRIES_FAILED" -> "08001";
            case "FILE_DOESNT_EXIST" -> "58P01";
            case "CORRUPTED_DATA", "CHECKSUM_DOESNT_MATCH" -> "XX001";
            case "SESSION_IS_LOCKED" -> "55006";
            default -> "XX000";
        };
    }
}
