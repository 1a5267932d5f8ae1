package io.millrace.engine.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a user. Immutable.
 *
 * @param storage where it is defined: {@link #USERS_XML} or {@link #LOCAL_DIRECTORY}
 * @param credentials any one of them is enough
 * @param settings profiles it has and settings of its own, in their order
 * @param defaultDatabase where its sessions begin
 */
public record Account(
        String name,
        UUID id,
        String storage,
        List<Credential> credentials,
        AllowedHosts hosts,
        List<ProfileElement> settings,
        Optional<String> defaultDatabase) {
    /** Defined in the configuration. */
    public static final String USERS_XML = "users_xml";

    /** Made by SQL. */
    public static final String LOCAL_DIRECTORY = "local_directory";

    public Account {
        credentials = List.copyOf(credentials);
        settings = List.copyOf(settings);
    }

    /** Who is defined in the configuration has an id that follows from its name. */
    static UUID idOf(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "(" + name + ")").getBytes(StandardCharsets.UTF_8));
    }
}
