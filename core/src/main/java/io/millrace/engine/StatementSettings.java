package io.millrace.engine;

import io.millrace.engine.access.AccessSettings;
import io.millrace.engine.access.ConstrainedSettings;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.session.Session;
import io.millrace.planner.analyze.SettingChanges;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.SettingChange;
import io.millrace.sql.ast.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that hold for the whole of a statement: the session's, the request's, and its own SETTINGS clauses. */
final class StatementSettings {
    private StatementSettings() {}

    /** The session's settings with the request's on top, as far as the user may change them. */
    static ConstrainedSettings requested(Session session, QueryRequest request) {
        ConstrainedSettings before = session.constrainedSettings();
        boolean readonly = request.readonly() != 0 && before.values().get(AccessSettings.READONLY) == 0;
        return (readonly ? before.forced(AccessSettings.READONLY, (long) request.readonly()) : before)
                .with(request.settings());
    }

    static ConstrainedSettings apply(ConstrainedSettings settings, ParsedStatement parsed) {
        List<SettingChange> changes = new ArrayList<>();
        switch (parsed.statement()) {
            case Statement.SelectStatement select -> changes.addAll(of(select.query()));
            case Statement.Insert insert -> {
                changes.addAll(insert.settings());
                if (insert.source() instanceof Statement.FromQuery query) {
                    changes.addAll(of(query.query()));
                }
            }
            default -> {}
        }
        changes.addAll(parsed.output().settings());
        return apply(settings, changes);
    }

    private static ConstrainedSettings apply(ConstrainedSettings settings, List<SettingChange> changes) {
        ConstrainedSettings result = settings;
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingChange change : changes) {
            if (change.value().isPresent()) {
                values.put(change.name(), SettingChanges.text(change.value().get()));
            } else {
                result = result.reset(change.name());
            }
        }
        return result.with(values);
    }

    private static List<SettingChange> of(Query query) {
        return switch (query) {
            case Query.Select select -> select.settings();
            case Query.Combined combined -> of(combined.queries().getLast());
        };
    }
}
