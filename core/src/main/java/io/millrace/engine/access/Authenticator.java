package io.millrace.engine.access;

import io.millrace.base.error.DbException;

/** Decides who may come in. Thread-safe. */
public interface Authenticator {
    /**
     * @param fromLoopback whether the connection comes from this machine
     * @throws DbException AUTHENTICATION_FAILED, with the same text whatever is wrong
     */
    User authenticate(String name, String password, boolean fromLoopback);
}
