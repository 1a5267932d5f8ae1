package io.millrace.app;

/** A command cannot begin, for a reason its user can do something about: two lines and an exit status. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final int status;

    StartFailure(int status, String what, String remedy) {
        super(what, null, false, false);
        this.status = status;
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
