package io.millrace.app;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;

/** The default time zone as clients have to know it: by a name of the IANA database, because column types and answers carry it. */
final class ServerZone {
    private static final int HOUR_SECONDS = 3600;

    private ServerZone() {}

    /**
     * The named zone with the same time: itself, UTC, or {@code Etc/GMT-3} (whose sign is turned round) for three hours east of Greenwich.
     *
     * @throws DbException BAD_ARGUMENTS for offsets without a name, such as {@code +05:45}
     */
    static ZoneId named(ZoneId zone) {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
            return zone;
        }
        if (zone.normalized() instanceof ZoneOffset offset) {
            int hours = offset.getTotalSeconds() / HOUR_SECONDS;
            String name = hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
            if (hours * HOUR_SECONDS == offset.getTotalSeconds()
                    && ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
                return ZoneId.of(name);
            }
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "The time zone " + zone.getId()
                        + " has no name in the IANA database that clients could know. Set one that has, such as Asia/Kathmandu, in the"
                        + " environment variable TZ or as the server's setting timezone");
    }
}
