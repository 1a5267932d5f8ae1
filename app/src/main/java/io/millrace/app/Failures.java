package io.millrace.app;

import io.millrace.base.error.DbException;
import java.io.IOException;
import java.io.PrintWriter;

/** Errors that end a command: what is printed, and the exit status. */
final class Failures {
    /** What ClickHouse's programs end with when the code says nothing. */
    private static final int UNKNOWN = 255;

    private Failures() {}

    static int report(Exception error, PrintWriter out) {
        switch (error) {
            case StartFailure failure -> {
                out.println("millrace: " + failure.getMessage());
                out.println(failure.remedy());
                return failure.status();
            }
            case DbException known -> {
                out.println(known.display(VersionText.CLICKHOUSE));
                return exitStatus(known.code().number());
            }
            case IOException io -> {
                out.println("millrace: " + io.getMessage());
                return UNKNOWN;
            }
            default -> {
                error.printStackTrace(out);
                return UNKNOWN;
            }
        }
    }

    /** As ClickHouse's client: the lowest byte of the error's code. */
    static int exitStatus(int code) {
        int low = code & 0xFF;
        return low == 0 ? UNKNOWN : low;
    }
}
