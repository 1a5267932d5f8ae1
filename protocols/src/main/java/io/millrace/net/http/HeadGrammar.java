package io.millrace.net.http;

import io.millrace.net.http.HttpRequest.BodyFraming;

/** The rules of RFC 9110 and 9112 for the parts of a head, in the narrowest reading. Stateless. */
final class HeadGrammar {
    private static final boolean[] TOKEN = ascii("!#$%&'*+-.^_`|~", true);
    private static final boolean[] HOST = ascii("-._~%!$&'()*+;=:[]", true);

    private HeadGrammar() {}

    private static boolean[] ascii(String signs, boolean alphanumeric) {
        boolean[] set = new boolean[256];
        for (int c = 0; alphanumeric && c < 128; c++) {
            set[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        signs.chars().forEach(c -> set[c] = true);
        return set;
    }

    /** Whether a byte may stand in a method or a field name. */
    static boolean isToken(int b) {
        return TOKEN[b & 0xff];
    }

    /** Whether a byte may stand in a target: visible, and bytes of UTF-8, which curl sends as they are. */
    static boolean isTarget(int b) {
        return (b & 0xff) > ' ' && b != 0x7f && b != '#';
    }

    /** Whether a byte may stand in a field's value. */
    static boolean isValue(int b) {
        return (b & 0xff) >= ' ' && b != 0x7f || b == '\t';
    }

    static HttpVersion version(String text) throws HttpException {
        return switch (text) {
            case "HTTP/1.1" -> HttpVersion.HTTP_1_1;
            case "HTTP/1.0" -> HttpVersion.HTTP_1_0;
            default -> {
                boolean http = text.length() == 8
                        && text.startsWith("HTTP/")
                        && isDigit(text.charAt(5))
                        && text.charAt(6) == '.'
                        && isDigit(text.charAt(7));
                throw http
                        ? new HttpException(505, "Only HTTP/1.0 and HTTP/1.1 are supported, not " + text)
                        : HttpException.bad("The request line does not end with an HTTP version");
            }
        };
    }

    /** Takes scheme and host away from the absolute form; other forms than a path are refused. */
    static String originForm(String method, String target) throws HttpException {
        if (target.startsWith("/") || target.startsWith("?") || target.equals("*") && method.equals("OPTIONS")) {
            return target;
        }
        int authority = target.regionMatches(true, 0, "http://", 0, 7)
                ? 7
                : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (authority < 0) {
            throw HttpException.bad("The request target must be a path");
        }
        int end = authority;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        checkHost(target.substring(authority, end));
        if (end == authority) {
            throw HttpException.bad("The request target has no host");
        }
        return end < target.length() && target.charAt(end) == '/' ? target.substring(end) : "/" + target.substring(end);
    }

    static void checkHost(String host) throws HttpException {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) > 127 || !HOST[host.charAt(i)]) {
                throw HttpException.bad("Invalid Host");
            }
        }
    }

    /** How the body ends; any doubt about it is refused, since a proxy may have decided otherwise. */
    static BodyFraming framing(HttpVersion version, HttpHeaders headers) throws HttpException {
        int codings = headers.count("Transfer-Encoding");
        int lengths = headers.count("Content-Length");
        if (codings > 0 && lengths > 0) {
            throw HttpException.bad("Both Transfer-Encoding and Content-Length are given");
        }
        if (lengths > 1) {
            throw HttpException.bad("Content-Length is given twice");
        }
        if (codings == 0) {
            return lengths == 0 ? BodyFraming.NONE : BodyFraming.LENGTH;
        }
        if (version == HttpVersion.HTTP_1_0) {
            throw HttpException.bad("Transfer-Encoding needs HTTP/1.1");
        }
        if (codings > 1 || !headers.get("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            throw HttpException.bad("Transfer-Encoding can only be chunked");
        }
        return BodyFraming.CHUNKED;
    }

    static long contentLength(String text) throws HttpException {
        long length = 0;
        if (text.isEmpty() || text.length() > 18) {
            throw HttpException.bad("Invalid Content-Length");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                throw HttpException.bad("Invalid Content-Length");
            }
            length = length * 10 + (text.charAt(i) - '0');
        }
        return length;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
