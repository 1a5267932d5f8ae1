package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The user {@code default} and nobody else. With an empty password it is let in from this machine only. Immutable.
 *
 * @param password as given by {@code --default-password}; empty for none
 */
public record DefaultUserOnly(String password) implements Authenticator {
    @Override
    public User authenticate(String name, String given, boolean fromLoopback) {
        boolean same = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        if (!name.equals("default") || !same || password.isEmpty() && !fromLoopback) {
            throw new DbException(
                    ErrorCode.AUTHENTICATION_FAILED,
                    name + ": Authentication failed: password is incorrect, or there is no user with such name.");
        }
        return new User(name);
    }
}
