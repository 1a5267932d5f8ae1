package io.millrace.engine.query;

import io.millrace.engine.quota.QuotaResource;
import io.millrace.sql.ast.AlterStatement;
import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.ShowStatement;
import io.millrace.sql.ast.Statement;
import java.util.Optional;

/** Kinds of statements, as the system tables name them. */
public enum QueryKind {
    SELECT("Select"),
    INSERT("Insert"),
    CREATE("Create"),
    DROP("Drop"),
    ALTER("Alter"),
    RENAME("Rename"),
    DELETE("Delete"),
    OPTIMIZE("Optimize"),
    EXPLAIN("Explain"),
    SHOW("Show"),
    SET("Set"),
    USE("Use"),
    SYSTEM("System"),
    KILL("KillQuery"),
    /** What has no name of its own, or could not be read. */
    OTHER("");

    private final String text;

    QueryKind(String text) {
        this.text = text;
    }

    /** The name in query_kind. */
    public String text() {
        return text;
    }

    /** What quotas count it as, beside a query. */
    public Optional<QuotaResource> quota() {
        return switch (this) {
            case SELECT -> Optional.of(QuotaResource.QUERY_SELECTS);
            case INSERT -> Optional.of(QuotaResource.QUERY_INSERTS);
            default -> Optional.empty();
        };
    }

    public static QueryKind of(Statement statement) {
        return switch (statement) {
            case Statement.SelectStatement s -> SELECT;
            case Statement.Insert s -> INSERT;
            case CreateStatement s -> CREATE;
            case Statement.Drop s -> DROP;
            case Statement.Truncate s -> DROP;
            case AlterStatement s -> ALTER;
            case Statement.Rename s -> RENAME;
            case Statement.Delete s -> DELETE;
            case Statement.Optimize s -> OPTIMIZE;
            case Statement.Explain s -> EXPLAIN;
            case ShowStatement s -> SHOW;
            case Statement.Set s -> SET;
            case Statement.Use s -> USE;
            case Statement.SystemCommand s -> SYSTEM;
            case Statement.Kill s -> KILL;
            default -> OTHER;
        };
    }
}
