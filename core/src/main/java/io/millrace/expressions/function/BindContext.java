package io.millrace.expressions.function;

import io.millrace.base.setting.Settings;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a function may ask for while it is bound: facts of the session that do not change during the query. Immutable.
 *
 * @param functions to bind other functions, for example casts
 * @param zone the session's time zone
 * @param now when the query started: now(), today()
 * @param user name of the current user
 * @param database the current database
 * @param version what version() says
 * @param evaluation what constants are computed with: the query's budget and stop signal
 */
public record BindContext(
        Functions functions,
        Settings settings,
        ZoneId zone,
        Instant now,
        String user,
        String database,
        String queryId,
        String version,
        EvaluationContext evaluation) {}
