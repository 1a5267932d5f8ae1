package io.millrace.system;

import io.millrace.catalog.engine.ClientFacts;
import java.net.InetSocketAddress;

/** The columns about the client that the tables about queries share. */
final class QueryColumns {
    private QueryColumns() {}

    static void setClient(SystemRows row, ClientFacts client) {
        row.set("address", client.address())
                .set("port", client.peer().map(InetSocketAddress::getPort))
                .set("initial_address", client.address())
                .set("initial_port", client.peer().map(InetSocketAddress::getPort))
                .set("interface", client.door().number())
                .set("http_method", method(client.method()))
                .set("http_user_agent", client.userAgent())
                .set("http_referer", client.referer())
                .set("forwarded_for", client.forwardedFor())
                .set("quota_key", client.quotaKey());
    }

    /** ClickHouse's numbers. */
    private static int method(String name) {
        return switch (name) {
            case "GET" -> 1;
            case "POST" -> 2;
            case "OPTIONS" -> 3;
            default -> 0;
        };
    }
}
