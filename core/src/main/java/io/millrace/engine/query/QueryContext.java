package io.millrace.engine.query;

import io.millrace.base.setting.Settings;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.text.TimeZone;
import io.millrace.engine.session.Session;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.formats.ExpressionEvaluator;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.planner.analyze.AnalysisContext;

/**
 * One query's identity and means. Immutable.
 *
 * @param settings session's, then the request's, then the statement's
 */
public record QueryContext(
        RunningQuery query,
        Session session,
        QueryRequest request,
        Settings settings,
        AnalysisContext analysis,
        QueryResources resources,
        StateFormats states) {
    public EvaluationContext evaluation() {
        return resources.context();
    }

    /** The same query under other settings: those written behind SETTINGS. */
    public QueryContext with(Settings other, QueryResources otherResources) {
        return new QueryContext(query, session, request, other, analysis.withSettings(other), otherResources, states);
    }

    /** What a format gets to know. */
    public FormatContext format(ExpressionEvaluator constants, boolean trackDefaults) {
        TimeZone zone = TimeZone.of(analysis.bind().zone().getId());
        return new FormatContext(
                FormatSettings.of(settings, zone),
                states,
                constants,
                analysis.services().schemaFiles(),
                trackDefaults,
                false,
                request.protocolRevision());
    }
}
