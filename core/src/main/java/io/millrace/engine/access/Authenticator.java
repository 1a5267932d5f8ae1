package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Decides who may come in. Thread-safe. Whatever is wrong (no such user, not from that address, not that password), the error is the same.
 */
public interface Authenticator {
    /**
     * Lets in who knows a password.
     *
     * @param from the peer's address
     * @throws DbException AUTHENTICATION_FAILED
     */
    User authenticate(String name, String password, InetAddress from);

    /**
     * Lets in who has shown a certificate, which the TLS layer has verified already.
     *
     * @throws DbException AUTHENTICATION_FAILED
     */
    User authenticate(String name, X509Certificate certificate, InetAddress from);

    /**
     * What a user may prove itself with when it comes from an address, for doors that run an exchange of their own such as SCRAM. Any one of them is
     * enough. Empty when there is no such user or it may not come from there, which a door must not let its peer know.
     */
    List<Credential> credentials(String name, InetAddress from);

    /** Whether anybody proves itself by SCRAM: a door asks unknown users as it asks others. */
    boolean usesScram();

    /**
     * Lets in a user whose credential the door has verified itself.
     *
     * @throws DbException AUTHENTICATION_FAILED when the user is gone, or may not come from there
     */
    User authenticated(String name, InetAddress from);

    /**
     * Someone whom the administrator lets in without a password: the user of a predefined query.
     *
     * @throws DbException UNKNOWN_USER
     */
    User known(String name);
}
