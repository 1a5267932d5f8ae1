package io.millrace.http;

import io.millrace.base.error.DbException;

/** The text of an error as clients get it. Stateless. */
final class ErrorText {
    private ErrorText() {}

    /**
     * @param withVersion whether the error belongs to a query; what fails before that does not tell the version
     * @param withTrace whether the client wants to know where in the server it came from
     */
    static String of(DbException error, String version, boolean withVersion, boolean withTrace) {
        String text = error.display(version);
        int end = text.lastIndexOf(" (version");
        return text.substring(0, end) + (withTrace ? trace(error) : "") + (withVersion ? text.substring(end) : "");
    }

    /** Only what is a fault of the server's own has frames to show. */
    private static String trace(DbException error) {
        StringBuilder trace =
                new StringBuilder(", Stack trace (when copying this message, always include the lines below):\n\n");
        StackTraceElement[] frames = error.getStackTrace();
        for (int i = 0; i < frames.length; i++) {
            trace.append(i).append(". ").append(frames[i]).append('\n');
        }
        return trace.toString();
    }
}
