package io.millrace.benchmarks.engines;

/** An engine that could not be had or did not do what it was asked; the message is for the user. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
