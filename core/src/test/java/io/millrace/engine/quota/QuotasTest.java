package io.millrace.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.engine.ClientFacts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What quotas count, for whom, and for how long. */
final class QuotasTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private static ConfigTree element(String name, String text, ConfigTree... children) {
        return new ConfigTree(name, Map.of(), text, List.of(children));
    }

    private static ConfigTree quota(String key, ConfigTree... limits) {
        ConfigTree interval = element("interval", "", limits);
        ConfigTree quota = key.isEmpty() ? element("q", "", interval) : element("q", "", element(key, ""), interval);
        return element("clickhouse", "", element("quotas", "", quota));
    }

    private Quotas quotas(ConfigTree config) {
        Quota quota = ConfiguredQuotas.read(config).get("q");
        return new Quotas(user -> Optional.ofNullable(quota), () -> now, ZoneOffset.UTC);
    }

    private static ClientFacts client(String address, String key, String forwarded) throws UnknownHostException {
        InetSocketAddress peer = new InetSocketAddress(InetAddress.getByName(address), 1234);
        return new ClientFacts(ClientFacts.Door.HTTP, Optional.of(peer), "GET", "", "", forwarded, key);
    }

    private static void query(Quotas quotas, String user, ClientFacts client) {
        quotas.meter(user, client).begin(Optional.of(QuotaResource.QUERY_SELECTS));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void refused(Work work, String text) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(DbException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
            assertThat(e).hasMessageContaining(text);
        });
    }

    @Test
    void anIntervalEndsAtAWholeMultipleOfItsLength() throws UnknownHostException {
        Quotas quotas = quotas(quota("", element("duration", "3600"), element("queries", "2")));
        ClientFacts client = client("10.0.0.1", "", "");
        query(quotas, "ann", client);
        query(quotas, "bob", client);
        refused(
                () -> query(quotas, "bob", client),
                "Quota for user `bob` for 3600s has been exceeded: queries = 3/2. Interval will end at 2026-01-02"
                        + " 04:00:00. Name of quota template: `q`");
        now = Instant.parse("2026-01-02T04:00:00Z");
        query(quotas, "bob", client);
        QuotaUsage.Use use = quotas.all().getFirst().uses().getFirst();
        assertThat(use.start()).isEqualTo("2026-01-02T04:00:00Z");
        assertThat(use.used().get(QuotaResource.QUERIES.ordinal())).isEqualTo(1);
        now = now.plus(Duration.ofDays(3).plusMinutes(5));
        assertThat(quotas.all().getFirst().uses().getFirst().end()).isEqualTo("2026-01-05T05:00:00Z");
    }

    @Test
    void keysAreCountedApart() throws UnknownHostException {
        ConfigTree[] limits = {element("duration", "60"), element("randomize", "1"), element("queries", "1")};
        Quotas keyed = quotas(quota("keyed", limits));
        query(keyed, "ann", client("10.0.0.1", "", ""));
        query(keyed, "bob", client("10.0.0.1", "", ""));
        query(keyed, "ann", client("10.0.0.1", "k", ""));
        refused(() -> query(keyed, "bob", client("10.0.0.1", "k", "")), "queries = 2/1");
        Quotas addressed = quotas(quota("keyed_by_ip", limits));
        query(addressed, "ann", client("10.0.0.1", "k", ""));
        refused(() -> query(addressed, "bob", client("10.0.0.1", "l", "10.0.0.9")), "queries = 2/1");
        query(addressed, "bob", client("10.0.0.2", "l", ""));
        Quotas forwarded = quotas(quota("keyed_by_forwarded_ip", limits));
        query(forwarded, "ann", client("10.0.0.1", "", "1.1.1.1, 10.0.0.8"));
        query(forwarded, "ann", client("10.0.0.1", "", "1.1.1.1, 10.0.0.9"));
        refused(() -> query(forwarded, "ann", client("10.0.0.2", "", "2.2.2.2, 10.0.0.9")), "queries = 2/1");
    }

    @Test
    void rowsBytesAndErrorsAreCounted() throws UnknownHostException {
        ClientFacts client = client("10.0.0.1", "", "");
        Quotas rows =
                quotas(quota("", element("duration", "60"), element("read_rows", "100"), element("result_bytes", "9")));
        QuotaMeter meter = rows.meter("ann", client);
        meter.begin(Optional.empty());
        meter.read(100, 800);
        meter.delivered(5, 9);
        refused(() -> meter.read(1, 8), "read_rows = 101/100");
        refused(() -> meter.delivered(1, 1), "result_bytes = 10/9");
        Quotas errors = quotas(quota("", element("duration", "60"), element("errors", "1")));
        errors.meter("ann", client).end(true);
        query(errors, "ann", client);
        errors.meter("ann", client).end(true);
        refused(() -> query(errors, "ann", client), "errors = 2/1");
    }

    @Test
    void whatHasNoQuotaIsNotCounted() throws UnknownHostException {
        Quotas quotas = quotas(quota("", element("duration", "60"), element("queries", "1")));
        query(quotas, "ann", ClientFacts.LOCAL);
        query(quotas, "ann", ClientFacts.LOCAL);
        assertThat(quotas.all()).isEmpty();
        Quotas none = new Quotas(user -> Optional.empty(), () -> now, ZoneOffset.UTC);
        query(none, "ann", client("10.0.0.1", "", ""));
        assertThat(none.all()).isEmpty();
    }

    @Test
    void whatIsWrongInTheConfigurationIsSaid() {
        for (ConfigTree wrong : List.of(
                quota("", element("queries", "1")),
                quota("", element("duration", "60"), element("queries", "many")),
                quota("", element("duration", "60"), element("queries", "-1")),
                quota("", element("duration", "60"), element("wishes", "3")),
                quota("keyed_by_mood", element("duration", "60")))) {
            assertThatThrownBy(() -> ConfiguredQuotas.read(wrong))
                    .isInstanceOfSatisfying(
                            DbException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIG_PARAMETER));
        }
    }
}
