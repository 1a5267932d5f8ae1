package io.millrace.app;

import io.millrace.engine.access.AccessControl;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a server says when it is ready: where it listens, who may come in, what to type.
 *
 * @param addresses of HTTP
 * @param secured of HTTPS; empty when there is none
 * @param password of the user that this start has made, which is said once and never again
 */
record StartBlock(
        ServerConfig config,
        AccessControl access,
        List<InetSocketAddress> addresses,
        List<InetSocketAddress> secured,
        Optional<String> password) {
    /** Made by a first start without configured users: may do everything, and has a password, which psql wants. */
    static final String ADMINISTRATOR = "millrace";

    String text() {
        boolean remote = addresses.stream().anyMatch(a -> !a.getAddress().isLoopbackAddress());
        boolean open = access.hasNoPassword("default");
        String curl = "curl " + (open ? "" : "-u default:PASSWORD ") + "'" + local() + "/?query=SELECT%201'";
        StringBuilder text = new StringBuilder(VersionText.line()).append("\n\n");
        line(text, "HTTP", urls("http", addresses));
        if (!secured.isEmpty()) {
            line(text, "HTTPS", urls("https", secured) + (config.tls().isEmpty() ? "  (its own certificate)" : ""));
        }
        line(text, "PostgreSQL", "port " + config.postgresqlPort());
        line(text, "User", user(open, remote));
        password.ifPresent(p -> {
            line(text, "", ADMINISTRATOR + ", with the password " + p + "  (said only now)");
            line(
                    text,
                    "psql",
                    "PGPASSWORD=" + p + " psql -h localhost -p " + config.postgresqlPort() + " -U " + ADMINISTRATOR
                            + " default");
        });
        line(text, "Data", config.dataPath().toString());
        line(text, "Try", curl);
        return text.append("\nCtrl+C stops the server.\n").toString();
    }

    private String user(boolean open, boolean remote) {
        if (access.account("default").isEmpty()) {
            return "those of the configuration; there is no user default";
        }
        return open
                ? "default, no password" + (remote ? "; from this machine only, until --default-password sets one" : "")
                : "default, with the password that was set";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(12 - name.length()))
                .append(value)
                .append('\n');
    }

    private static String urls(String scheme, List<InetSocketAddress> addresses) {
        return addresses.stream().map(a -> url(scheme, a)).collect(Collectors.joining("  "));
    }

    private String local() {
        InetSocketAddress first = addresses.getFirst();
        boolean here =
                first.getAddress().isLoopbackAddress() || first.getAddress().isAnyLocalAddress();
        return here ? "http://localhost:" + first.getPort() : url("http", first);
    }

    private static String url(String scheme, InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        boolean six = address.getAddress() instanceof Inet6Address;
        return scheme + "://" + (six ? "[" + host.replace("0:0:0:0:0:0:0:", "::") + "]" : host) + ":"
                + address.getPort();
    }
}
