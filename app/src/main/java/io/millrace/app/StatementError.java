package io.millrace.app;

import io.millrace.base.error.DbException;

/** A statement has failed: the code and the text of ClickHouse's shape. */
final class StatementError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    StatementError(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    static StatementError of(DbException error) {
        return new StatementError(error.code().number(), error.display(VersionText.CLICKHOUSE));
    }

    int code() {
        return code;
    }
}
