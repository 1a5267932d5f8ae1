package io.millrace.app;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;

/** What a server says when it is ready: where it listens, who may come in, what to type. */
record StartBlock(ServerConfig config, List<InetSocketAddress> addresses) {
    String text() {
        boolean open = config.defaultPassword().isEmpty();
        boolean remote = addresses.stream().anyMatch(a -> !a.getAddress().isLoopbackAddress());
        String user = open
                ? "default, no password" + (remote ? "; from this machine only, until --default-password sets one" : "")
                : "default, with the password that was set";
        String http = addresses.stream().map(StartBlock::url).collect(Collectors.joining("  "));
        String curl = "curl " + (open ? "" : "-u default:PASSWORD ") + "'" + local() + "/?query=SELECT%201'";
        return """
                %s

                  HTTP        %s
                  PostgreSQL  comes with a later version; nothing listens on port %s
                  User        %s
                  Data        %s
                  Try         %s

                Ctrl+C stops the server.
                """.formatted(
                VersionText.line(), http, Integer.toString(config.postgresqlPort()), user, config.dataPath(), curl);
    }

    private String local() {
        InetSocketAddress first = addresses.getFirst();
        boolean here =
                first.getAddress().isLoopbackAddress() || first.getAddress().isAnyLocalAddress();
        return here ? "http://localhost:" + first.getPort() : url(first);
    }

    private static String url(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        boolean six = address.getAddress() instanceof Inet6Address;
        return "http://" + (six ? "[" + host.replace("0:0:0:0:0:0:0:", "::") + "]" : host) + ":" + address.getPort();
    }
}
