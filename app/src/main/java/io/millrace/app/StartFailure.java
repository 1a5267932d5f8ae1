package io.millrace.app;

/** A command cannot begin, for a reason its user can do something about: two lines and an exit status. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final int status;

    /**
     * @param code ClickHouse's, which the exit status is made of
     */
    StartFailure(int code, String what, String remedy) {
        super(what, null, false, false);
        this.status = Failures.exitStatus(code);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }

    int status() {
        return status;
    }
}
