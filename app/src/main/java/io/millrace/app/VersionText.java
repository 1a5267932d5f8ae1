package io.millrace.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, and which ClickHouse's it behaves like. */
final class VersionText implements IVersionProvider {
    /** What {@code SELECT version()} and error texts say: clients switch features by it. */
    static final String CLICKHOUSE = "26.7.2.1";

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    static String line() {
        return "Millrace " + product() + " (behaves like ClickHouse " + CLICKHOUSE + ")";
    }

    private static String product() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("of a source checkout");
    }
}
