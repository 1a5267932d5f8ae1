package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The user {@code default} and nobody else. With an empty password it is let in from this machine only. Immutable.
 *
 * @param password as given by {@code --default-password}; empty for none
 */
public record DefaultUserOnly(String password) implements Authenticator {
    @Override
    public User authenticate(String name, String given, InetAddress from) {
        if (credentials(name, from).stream().noneMatch(c -> c.accepts(given))) {
            throw refused(name);
        }
        return new User(name);
    }

    @Override
    public User authenticate(String name, X509Certificate certificate, InetAddress from) {
        throw refused(name);
    }

    @Override
    public List<Credential> credentials(String name, InetAddress from) {
        boolean allowed = name.equals("default") && (!password.isEmpty() || from.isLoopbackAddress());
        return allowed ? List.of(new Credential.Plaintext(password)) : List.of();
    }

    @Override
    public User authenticated(String name, InetAddress from) {
        if (credentials(name, from).isEmpty()) {
            throw refused(name);
        }
        return new User(name);
    }

    private static DbException refused(String name) {
        return new DbException(
                ErrorCode.AUTHENTICATION_FAILED,
                name + ": Authentication failed: password is incorrect, or there is no user with such name.");
    }
}
