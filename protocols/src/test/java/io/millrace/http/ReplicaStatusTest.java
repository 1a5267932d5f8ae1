package io.millrace.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.health.ReplicaHealth.Lag;
import io.millrace.http.HttpDoorOptions.ReplicaLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplicaStatusTest {
    private static final ReplicaLimits LIMITS = new ReplicaLimits(0, 300, true);

    @Test
    void nothingIsSaidWhileNobodyLags() {
        assertThat(ReplicaStatus.of(List.of(), LIMITS, true)).isEqualTo(new ReplicaStatus(true, ""));
        assertThat(ReplicaStatus.of(List.of(lag("db", "stats", 22, 22)), LIMITS, false))
                .isEqualTo(new ReplicaStatus(true, ""));
    }

    @Test
    void lagsAreShownToWhoAsks() {
        assertThat(ReplicaStatus.of(List.of(lag("db", "stats", 22, 22)), LIMITS, true))
                .isEqualTo(new ReplicaStatus(true, "`db`.`stats`:\tAbsolute delay: 22. Relative delay: 22.\n"));
        assertThat(ReplicaStatus.of(List.of(lag("db", "stats", 22, 22)), new ReplicaLimits(0, 300, false), true))
                .isEqualTo(new ReplicaStatus(true, ""));
    }

    @Test
    void oneThatLagsTooFarIsTold() {
        List<Lag> lags =
                List.of(lag("db", "stats", 22, 22), lag("db", "far", 400, 300), new Lag("db", "ro", 0, 0, true));
        assertThat(ReplicaStatus.of(lags, LIMITS, false))
                .isEqualTo(new ReplicaStatus(
                        false,
                        "`db`.`stats`:\tAbsolute delay: 22. Relative delay: 22.\n"
                                + "`db`.`far`:\tAbsolute delay: 400. Relative delay: 300.\n"
                                + "`db`.`ro`:\tis readonly. \n"));
        assertThat(ReplicaStatus.of(List.of(lag("db", "stats", 22, 0)), new ReplicaLimits(20, 0, true), false)
                        .good())
                .isFalse();
    }

    private static Lag lag(String database, String table, long absolute, long relative) {
        return new Lag(database, table, absolute, relative, false);
    }
}
