package io.millrace.engine.query;

import io.millrace.catalog.engine.ClientFacts;
import io.millrace.engine.access.User;

/**
 * What is known of a query before it runs. Immutable.
 *
 * @param text the statement as it is shown to others, without data
 * @param database where names without one are looked up
 */
public record QueryDescription(
        String id, User user, QueryKind kind, String text, String database, ClientFacts client) {}
