package io.millrace.postgres.catalog;

import static io.millrace.postgres.catalog.Functions.BOOL;
import static io.millrace.postgres.catalog.Functions.FLOAT8;
import static io.millrace.postgres.catalog.Functions.INT4;
import static io.millrace.postgres.catalog.Functions.INT8;
import static io.millrace.postgres.catalog.Functions.NAME;
import static io.millrace.postgres.catalog.Functions.TEXT;
import static io.millrace.postgres.catalog.Functions.VOID;
import static io.millrace.postgres.catalog.Functions.lenient;
import static io.millrace.postgres.catalog.Functions.strict;
import static io.millrace.postgres.catalog.Functions.text;
import static io.millrace.postgres.catalog.Functions.whole;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.WireType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions about the session: who, where, with which settings. */
final class SessionFunctions {
    private SessionFunctions() {}

    static void add() {
        strict("version", TEXT, (a, e) -> e.session().version());
        strict("current_database current_catalog", NAME, (a, e) -> e.session().database());
        strict("current_schema", NAME, (a, e) -> e.session().schema());
        strict(
                "current_schemas",
                new WireType(PgType.NAME, true, -1),
                (a, e) -> Boolean.TRUE.equals(a.getFirst())
                        ? List.of("pg_catalog", e.session().schema())
                        : List.of(e.session().schema()));
        strict(
                "current_user session_user current_role",
                NAME,
                (a, e) -> e.session().user());
        strict("pg_get_userbyid", NAME, (a, e) -> FixedRelations.roleName(whole(a.getFirst()), e.session()));
        lenient("current_setting", TEXT, SessionFunctions::setting);
        lenient(
                "set_config",
                TEXT,
                (a, e) -> e.session().setVariable(text(a.get(0)), text(a.get(1)), Boolean.TRUE.equals(a.get(2))));
        strict("pg_backend_pid", INT4, (a, e) -> (long) e.session().process());
        strict("pg_is_in_recovery pg_is_wal_replay_paused pg_jit_available", BOOL, (a, e) -> false);
        strict("txid_current pg_current_xact_id", INT8, (a, e) -> 1L);
        lenient("inet_server_addr inet_client_addr", TEXT, (a, e) -> null);
        lenient("inet_server_port inet_client_port", INT4, (a, e) -> null);
        strict(
                "pg_cancel_backend pg_terminate_backend",
                BOOL,
                (a, e) -> e.session().cancel((int) whole(a.getFirst())));
        lenient("pg_notify", VOID, (a, e) -> {
            e.session().notify(text(a.getFirst()), a.get(1) == null ? "" : text(a.get(1)));
            return "";
        });
        strict("pg_sleep", VOID, (a, e) -> {
            e.session().sleep(Casts.number(java.util.Objects.requireNonNull(a.getFirst())));
            return "";
        });
        strict("pg_advisory_unlock pg_try_advisory_lock pg_try_advisory_xact_lock", BOOL, (a, e) -> true);
        strict(
                "pg_advisory_lock pg_advisory_unlock_all pg_advisory_xact_lock pg_advisory_lock_shared",
                VOID,
                (a, e) -> "");
        strict("pg_client_encoding getdatabaseencoding", NAME, (a, e) -> "UTF8");
        strict("pg_encoding_to_char", NAME, (a, e) -> whole(a.getFirst()) == 6 ? "UTF8" : "SQL_ASCII");
        strict("pg_char_to_encoding", INT4, (a, e) -> 6L);
        strict("pg_my_temp_schema", WireType.of(PgType.OID), (a, e) -> 0L);
        strict("pg_is_other_temp_schema", BOOL, (a, e) -> false);
        strict("random", FLOAT8, (a, e) -> Math.random());
        strict("pg_export_snapshot", TEXT, (a, e) -> {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "snapshots cannot be exported");
        });
    }

    private static @Nullable Object setting(List<@Nullable Object> args, Execution execution) {
        String name = text(args.getFirst());
        Optional<String> value = execution.session().variable(name);
        if (value.isEmpty() && !(args.size() > 1 && Boolean.TRUE.equals(args.get(1)))) {
            throw new DbException(ErrorCode.UNKNOWN_SETTING, "unrecognized configuration parameter \"" + name + "\"");
        }
        return value.orElse(null);
    }
}
