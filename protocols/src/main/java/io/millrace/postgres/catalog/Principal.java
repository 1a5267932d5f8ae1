package io.millrace.postgres.catalog;

import java.util.List;

/**
 * A user or role. Immutable.
 *
 * @param login whether it is a user
 * @param everything whether it may do all there is
 * @param roles that were granted to it
 */
public record Principal(String name, boolean login, boolean everything, List<String> roles) {
    public Principal {
        roles = List.copyOf(roles);
    }
}
