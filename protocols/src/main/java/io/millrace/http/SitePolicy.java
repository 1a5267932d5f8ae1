package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.http.HttpRequest;
import java.util.Locale;

/**
 * Keeps web pages of other sites away from a server that asks for no password: a browser on the same machine would carry
 * their requests here. Stateless.
 */
final class SitePolicy {
    private SitePolicy() {}

    /**
     * @param hostName of this machine
     * @throws DbException AUTHENTICATION_FAILED when the request was sent by a page of another site, or to a name that may be
     *     another site's and resolve to this machine
     */
    static void check(HttpRequest request, String hostName) {
        check(request.headers().get("Host"), request.headers().get("Origin"), hostName);
    }

    static void check(String hostHeader, String origin, String hostName) {
        String host = nameOf(hostHeader);
        if (!host.isEmpty() && !isOurs(host, hostName)) {
            throw refused("to the host '" + host + "'");
        }
        String site = origin.substring(origin.indexOf("://") < 0 ? 0 : origin.indexOf("://") + 3);
        if (!origin.isEmpty() && !nameOf(site).equals(host) && !isOurs(nameOf(site), hostName)) {
            throw refused("from a page of '" + origin + "'");
        }
    }

    private static DbException refused(String what) {
        return new DbException(
                ErrorCode.AUTHENTICATION_FAILED,
                "Requests " + what + " need a password, because any web page could send them. "
                        + "Set a password for the user, or address the server as localhost");
    }

    /** Names that nobody else can own: addresses, this machine's name, and names without a dot. */
    private static boolean isOurs(String host, String hostName) {
        boolean numeric = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return !host.isEmpty()
                && (numeric
                        || host.indexOf('.') < 0 && !host.equals("null")
                        || host.endsWith(".localhost")
                        || host.equals(hostName.toLowerCase(Locale.ROOT)));
    }

    /** Without port and brackets, in lower case. */
    private static String nameOf(String authority) {
        String name = authority.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            int end = name.indexOf(']');
            return end < 0 ? name : name.substring(1, end);
        }
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
