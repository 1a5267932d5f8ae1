package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.engine.Engine;
import io.millrace.http.rule.Handler;
import io.millrace.http.rule.Handler.Page;
import io.millrace.http.rule.Handler.PredefinedQuery;
import io.millrace.http.rule.Handler.QueryReply;
import io.millrace.http.rule.HttpRules;
import io.millrace.net.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the HTTP interface, in the order in which they are asked. */
public final class HttpDoor {
    private final Engine engine;
    private final HttpDoorOptions options;
    private final Pages pages;

    private HttpDoor(Engine engine, HttpDoorOptions options) {
        this.engine = engine;
        this.options = options;
        this.pages = new Pages(engine, options);
    }

    /**
     * All routes. Made anew when the configuration changes.
     *
     * @throws DbException when the configuration names what there is not
     */
    public static List<Route> routes(Engine engine, HttpDoorOptions options) {
        HttpDoor door = new HttpDoor(engine, options);
        List<Route> routes = new ArrayList<>();
        for (HttpRules.Entry entry : options.rules().entries()) {
            switch (entry) {
                case HttpRules.Defaults defaults -> door.addDefaults(routes);
                case HttpRules.Rule rule -> routes.add(door.route(rule));
            }
        }
        options.rules().notFound().ifPresent(text -> routes.add(FixedRoute.notFound(text, door.commonHeaders())));
        return routes;
    }

    private Map<String, String> commonHeaders() {
        return options.rules().commonHeaders();
    }

    private void addDefaults(List<Route> routes) {
        routes.add(FixedRoute.exact("/", true, pages.content(Page.INDEX), commonHeaders()));
        routes.add(FixedRoute.exact("/ping", false, pages.content(Page.PING), commonHeaders()));
        routes.add(FixedRoute.prefix("/replicas_status", pages.content(Page.REPLICAS_STATUS), commonHeaders()));
        routes.add(FixedRoute.exact("/play", false, pages.content(Page.PLAY), commonHeaders()));
        routes.add(FixedRoute.exact("/dashboard", false, pages.content(Page.DASHBOARD), commonHeaders()));
        options.metricsPath()
                .ifPresent(path ->
                        routes.add(FixedRoute.exact(path, false, pages.content(Page.METRICS), commonHeaders())));
        routes.add(new QueryRoute(engine, options, QueryTerms.usual(commonHeaders())));
    }

    private Route route(HttpRules.Rule rule) {
        return switch (rule.handler()) {
            case Handler.BuiltIn builtIn ->
                FixedRoute.ruled(rule.pattern(), pages.content(builtIn.page()), commonHeaders());
            case Handler.Fixed fixed -> FixedRoute.ruled(rule.pattern(), pages.content(fixed), commonHeaders());
            case Handler.Redirect redirect ->
                FixedRoute.ruled(rule.pattern(), pages.content(redirect), commonHeaders());
            case Handler.DynamicQuery dynamic ->
                new QueryRoute(engine, options, terms(rule, dynamic.parameter(), Optional.empty(), dynamic.reply()));
            case Handler.PredefinedQuery predefined ->
                new QueryRoute(engine, options, terms(rule, "", Optional.of(predefined), predefined.reply()));
        };
    }

    private QueryTerms terms(
            HttpRules.Rule rule, String parameter, Optional<PredefinedQuery> predefined, QueryReply reply) {
        return new QueryTerms(Optional.of(rule.pattern()), parameter, predefined, reply, commonHeaders());
    }
}
