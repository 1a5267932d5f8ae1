package io.millrace.base.cancel;

import io.millrace.base.error.ErrorCode;

/** Why a query was stopped; decides the error its client sees. */
public enum CancelReason {
    KILLED(ErrorCode.QUERY_WAS_CANCELLED, "Query was cancelled"),
    TIMED_OUT(ErrorCode.TIMEOUT_EXCEEDED, "Timeout exceeded"),
    CLIENT_GONE(ErrorCode.QUERY_WAS_CANCELLED, "The client has closed the connection"),
    SIBLING_FAILED(ErrorCode.ABORTED, "Another part of the query has failed"),
    ENOUGH(ErrorCode.ABORTED, "No more rows are needed"),
    SHUTDOWN(ErrorCode.ABORTED, "Server is shutting down");

    private final ErrorCode code;
    private final String text;

    CancelReason(ErrorCode code, String text) {
        this.code = code;
        this.text = text;
    }

    public ErrorCode code() {
        return code;
    }

    public String text() {
        return text;
    }
}
