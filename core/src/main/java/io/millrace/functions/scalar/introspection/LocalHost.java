package io.millrace.functions.scalar.introspection;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine, looked up once. */
final class LocalHost {
    static final String NAME = name();

    private LocalHost() {}

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
