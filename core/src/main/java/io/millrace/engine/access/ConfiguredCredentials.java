package io.millrace.engine.access;

import io.millrace.base.config.ConfigTree;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a user of the configuration proves itself with. */
final class ConfiguredCredentials {
    /** Base64, beside the hash; without it the hash has no salt, as ClickHouse's has none. */
    static final String SCRAM_SALT = "password_scram_sha256_salt";

    private static final int SHA1_BYTES = 20;
    private static final int SHA256_BYTES = 32;

    /** Elements of a user that say how it proves itself. */
    static final Set<String> ELEMENTS = new TreeSet<>(Set.of(
            "no_password",
            "password",
            "password_sha256_hex",
            "password_double_sha1_hex",
            "password_scram_sha256_hex",
            "ssl_certificates"));

    private ConfiguredCredentials() {}

    /** At most one, from the elements of a user or of one of its {@code auth_methods}. */
    static List<Credential> of(ConfigTree element) {
        List<ConfigTree> found = new ArrayList<>();
        for (ConfigTree child : element.children()) {
            if (ELEMENTS.contains(child.name())) {
                found.add(child);
            } else if (child.name().startsWith("password_") && !child.name().equals(SCRAM_SALT)
                    || Set.of("ldap", "kerberos", "ssh_keys", "http_authentication")
                            .contains(child.name())) {
                throw child.wrong("this way to log in is not supported. Use one of " + String.join(", ", ELEMENTS));
            }
        }
        if (found.size() > 1) {
            throw element.wrong("has both <" + found.get(0).name() + "> and <"
                    + found.get(1).name() + ">. Leave one of them, or put them into <auth_methods>");
        }
        return found.stream().map(f -> of(f, element)).toList();
    }

    private static Credential of(ConfigTree found, ConfigTree user) {
        return switch (found.name()) {
            case "no_password" -> new Credential.NoPassword();
            case "password" -> new Credential.Plaintext(found.text());
            case "password_sha256_hex" -> new Credential.Sha256(hex(found, SHA256_BYTES), "");
            case "password_double_sha1_hex" -> new Credential.DoubleSha1(hex(found, SHA1_BYTES));
            case "password_scram_sha256_hex" ->
                new Credential.ScramSha256(new ScramVerifier(hex(found, SHA256_BYTES), salt(user)));
            default -> certificates(found);
        };
    }

    private static Credential certificates(ConfigTree element) {
        List<String> names =
                element.all("common_name").stream().map(ConfigTree::text).toList();
        if (names.isEmpty()) {
            throw element.wrong("names no certificate. Add <common_name>");
        }
        return new Credential.SslCertificate(Set.copyOf(names));
    }

    private static String salt(ConfigTree user) {
        String salt = user.text(SCRAM_SALT).orElse("");
        try {
            Base64.getDecoder().decode(salt);
            return salt;
        } catch (IllegalArgumentException e) {
            throw user.wrong("<" + SCRAM_SALT + "> is not Base64");
        }
    }

    private static byte[] hex(ConfigTree element, int bytes) {
        try {
            byte[] parsed = HexFormat.of().parseHex(element.text());
            if (parsed.length == bytes) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for a wrong length.
        }
        throw element.wrong("must have exactly " + 2 * bytes + " hexadecimal digits");
    }
}
