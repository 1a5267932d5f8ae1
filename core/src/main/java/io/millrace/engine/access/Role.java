package io.millrace.engine.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A role: what whoever has it may do. Immutable.
 *
 * @param settings that its users begin with
 * @param roles that were granted to it
 */
public record Role(
        String name, UUID id, String storage, List<ProfileElement> settings, Set<String> roles, Grants grants) {
    public Role {
        settings = List.copyOf(settings);
        roles = Set.copyOf(roles);
    }

    Role withGrants(Grants newGrants) {
        return new Role(name, id, storage, settings, roles, newGrants);
    }

    Role withRoles(Set<String> newRoles) {
        return new Role(name, id, storage, settings, newRoles, grants);
    }
}
