package io.millrace.engine.access;

import io.millrace.sql.ast.AccessStatement.RoleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known of a user. Immutable.
 *
 * @param storage where it is defined: {@link #USERS_XML} or {@link #LOCAL_DIRECTORY}
 * @param credentials any one of them is enough
 * @param settings profiles it has and settings of its own, in their order
 * @param defaultDatabase where its sessions begin
 * @param roles that were granted to it
 * @param defaultRoles those of them that its sessions begin with
 * @param grants to itself
 */
public record Account(
        String name,
        UUID id,
        String storage,
        List<Credential> credentials,
        AllowedHosts hosts,
        List<ProfileElement> settings,
        Optional<String> defaultDatabase,
        Set<String> roles,
        RoleSet defaultRoles,
        Grants grants) {
    /** Defined in the configuration. */
    public static final String USERS_XML = "users_xml";

    /** Made by SQL. */
    public static final String LOCAL_DIRECTORY = "local_directory";

    static final RoleSet ALL_ROLES = new RoleSet(true, List.of());

    public Account {
        credentials = List.copyOf(credentials);
        settings = List.copyOf(settings);
        roles = Set.copyOf(roles);
    }

    /** A user that SQL makes: nothing is allowed to it. */
    static Account made(String name, UUID id) {
        return new Account(
                name,
                id,
                LOCAL_DIRECTORY,
                List.of(),
                AllowedHosts.ANY,
                List.of(),
                Optional.empty(),
                Set.of(),
                ALL_ROLES,
                Grants.NONE);
    }

    /** Who is defined in the configuration has an id that follows from its name. */
    static UUID idOf(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "(" + name + ")").getBytes(StandardCharsets.UTF_8));
    }

    /** The granted roles that its sessions begin with. */
    public Set<String> rolesAtStart() {
        return roles.stream()
                .filter(r -> defaultRoles.all() != defaultRoles.names().contains(r))
                .collect(Collectors.toSet());
    }

    Account withGrants(Grants newGrants) {
        return new Account(
                name, id, storage, credentials, hosts, settings, defaultDatabase, roles, defaultRoles, newGrants);
    }

    Account withRoles(Set<String> newRoles, RoleSet newDefault) {
        return new Account(
                name, id, storage, credentials, hosts, settings, defaultDatabase, newRoles, newDefault, grants);
    }
}
