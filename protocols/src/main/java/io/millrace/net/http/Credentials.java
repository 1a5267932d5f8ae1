package io.millrace.net.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who a request says it comes from; nothing is verified here. Immutable.
 *
 * @param source where it was said
 * @param user never empty; {@code default} when nothing was said
 * @param password as sent, empty when none
 */
public record Credentials(Source source, String user, String password) {

    /** Where credentials can stand in a request; a request uses at most one. */
    public enum Source {
        HEADERS("X-ClickHouse HTTP headers"),
        AUTHORIZATION("Authorization HTTP header"),
        PARAMETERS("authentication via parameters"),
        CERTIFICATE("SSL certificate authentication"),
        NONE("default credentials");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final String DEFAULT_USER = "default";

    /**
     * Extracts them as ClickHouse does.
     *
     * @throws DbException AUTHENTICATION_FAILED when two sources are used together, a user name is empty, or the scheme
     *     of {@code Authorization} is not Basic
     */
    public static Credentials of(HttpRequest request) {
        HttpHeaders headers = request.headers();
        QueryParameters parameters = request.parameters();
        String user = headers.get("X-ClickHouse-User");
        String key = headers.get("X-ClickHouse-Key");
        boolean byCertificate = headers.get("X-ClickHouse-SSL-Certificate-Auth").equals("on");
        boolean byHeaders = !user.isEmpty() || !key.isEmpty();
        boolean byAuthorization = headers.contains("Authorization");
        boolean byParameters = parameters.contains("user") || parameters.contains("password");
        Source headerSource = byCertificate ? Source.CERTIFICATE : Source.HEADERS;
        if (byCertificate || byHeaders) {
            refuseBoth(headerSource, byAuthorization, Source.AUTHORIZATION);
            refuseBoth(headerSource, byParameters, Source.PARAMETERS);
            if (byCertificate && !key.isEmpty()) {
                refuseBoth(Source.CERTIFICATE, true, Source.HEADERS);
            }
            return named(headerSource, user, key);
        }
        if (byAuthorization) {
            refuseBoth(Source.AUTHORIZATION, byParameters, Source.PARAMETERS);
            return basic(headers.get("Authorization"));
        }
        if (byParameters) {
            return named(
                    Source.PARAMETERS,
                    parameters.first("user").orElse(DEFAULT_USER),
                    parameters.first("password").orElse(""));
        }
        return new Credentials(Source.NONE, DEFAULT_USER, "");
    }

    private static void refuseBoth(Source used, boolean alsoUsed, Source other) {
        if (alsoUsed) {
            throw failed(
                    "Invalid authentication: it is not allowed to use " + used + " and " + other + " simultaneously");
        }
    }

    private static Credentials basic(String authorization) {
        int blank = authorization.indexOf(' ');
        String scheme = blank < 0 ? authorization : authorization.substring(0, blank);
        if (!scheme.equalsIgnoreCase("Basic")) {
            throw failed("Invalid authentication: '" + scheme + "' HTTP Authorization scheme is not supported");
        }
        String text;
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(scheme.length()).strip());
            text = new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw failed("Invalid authentication: the Authorization HTTP header is not Base64");
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? named(Source.AUTHORIZATION, text, "")
                : named(Source.AUTHORIZATION, text.substring(0, colon), text.substring(colon + 1));
    }

    private static Credentials named(Source source, String user, String password) {
        if (user.isEmpty()) {
            throw failed("Got an empty user name from " + source);
        }
        return new Credentials(source, user, password);
    }

    private static DbException failed(String message) {
        return new DbException(ErrorCode.AUTHENTICATION_FAILED, message);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " (" + source + ")";
    }
}
