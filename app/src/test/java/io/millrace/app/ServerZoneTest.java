package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the system calls its time zone, the server's has a name of the IANA database and the same time. */
class ServerZoneTest {
    @ParameterizedTest
    @CsvSource({
        "UTC, UTC",
        "GMT, GMT",
        "Europe/Berlin, Europe/Berlin",
        "Etc/GMT+5, Etc/GMT+5",
        "Z, UTC",
        "+00:00, UTC",
        "UTC+3, Etc/GMT-3",
        "GMT-3, Etc/GMT+3",
        "UT+14, Etc/GMT-14",
        "-12:00, Etc/GMT+12"
    })
    void isNamed(String zone, String expected) {
        ZoneId named = ServerZone.named(ZoneId.of(zone));
        assertThat(named.getId()).isEqualTo(expected);
        Instant moment = Instant.parse("2024-07-03T04:05:06Z");
        assertThat(named.getRules().getOffset(moment))
                .isEqualTo(ZoneId.of(zone).getRules().getOffset(moment));
    }

    @Test
    void isNamedWhenTheSystemHasAnOffset() {
        assertThat(ServerZone.named(TimeZone.getTimeZone("GMT-03:00").toZoneId())
                        .getId())
                .isEqualTo("Etc/GMT+3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+05:45", "UTC-00:30", "+15:00", "+03:00:01"})
    void isRefusedWithoutAName(String zone) {
        assertThatThrownBy(() -> ServerZone.named(ZoneId.of(zone)))
                .isInstanceOf(DbException.class)
                .hasMessageContaining("time zone " + ZoneId.of(zone).getId() + " has no name");
    }
}
