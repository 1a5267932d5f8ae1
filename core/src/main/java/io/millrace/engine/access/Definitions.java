package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.planner.analyze.SettingChanges;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.AccessStatement.Authentication;
import io.millrace.sql.ast.AccessStatement.SettingItem;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Position;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Between clauses of SQL and what they mean for users and roles. */
final class Definitions {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private Definitions() {}

    /** A user with what a statement says about it. */
    static Account changed(Account before, AccessStatement.DefineUser user) {
        return new Account(
                user.renameTo().orElse(before.name()),
                before.id(),
                before.storage(),
                user.authentication()
                        .map(all -> all.stream().map(Definitions::credential).toList())
                        .orElse(before.credentials()),
                user.hosts().map(AllowedHosts::of).orElse(before.hosts()),
                user.settings().map(Definitions::elements).orElse(before.settings()),
                user.defaultDatabase().isPresent()
                        ? user.defaultDatabase().filter(d -> !d.isEmpty())
                        : before.defaultDatabase(),
                before.roles(),
                user.defaultRoles().orElse(before.defaultRoles()),
                before.grants());
    }

    /** The statement as it is shown: it says how the user logs in, but not with what. */
    static AccessStatement.DefineUser withoutSecrets(Account account) {
        List<Authentication> methods = account.credentials().stream()
                .map(c -> c instanceof Credential.SslCertificate
                        ? authentication(c)
                        : new Authentication(c.method(), List.of(), Optional.empty()))
                .toList();
        return statement(account, AccessStatement.Mode.CREATE, methods);
    }

    /** The statement that makes a user; with hashes rather than passwords, as far as there are any. */
    static AccessStatement.DefineUser statement(Account account, AccessStatement.Mode mode) {
        return statement(
                account,
                mode,
                account.credentials().stream().map(Definitions::authentication).toList());
    }

    private static AccessStatement.DefineUser statement(
            Account account, AccessStatement.Mode mode, List<Authentication> methods) {
        return new AccessStatement.DefineUser(
                Position.NONE,
                mode,
                List.of(account.name()),
                Optional.empty(),
                Optional.of(methods),
                account.hosts().any()
                        ? Optional.empty()
                        : Optional.of(account.hosts().clause()),
                account.defaultRoles().equals(Account.ALL_ROLES)
                        ? Optional.empty()
                        : Optional.of(account.defaultRoles()),
                account.defaultDatabase(),
                account.settings().isEmpty() ? Optional.empty() : Optional.of(items(account.settings())));
    }

    static AccessStatement.DefineRole statement(Role role, AccessStatement.Mode mode) {
        return new AccessStatement.DefineRole(
                Position.NONE,
                mode,
                List.of(role.name()),
                role.settings().isEmpty() ? Optional.empty() : Optional.of(items(role.settings())));
    }

    /** The statements that grant a user or role its roles, if it has any. */
    static List<AccessStatement> roles(boolean attach, Set<String> roles, String grantee) {
        return roles.isEmpty()
                ? List.of()
                : List.of(new AccessStatement.GrantRole(
                        Position.NONE,
                        attach,
                        false,
                        false,
                        roles.stream().sorted().toList(),
                        List.of(grantee)));
    }

    // ---- credentials

    private static Credential credential(Authentication given) {
        return switch (given.method()) {
            case "no_password" -> new Credential.NoPassword();
            case "plaintext_password" -> new Credential.Plaintext(given.values().getFirst());
            case "sha256_password" -> {
                byte[] salt = new byte[SALT_BYTES];
                RANDOM.nextBytes(salt);
                yield Credential.Sha256.ofPassword(given.values().getFirst(), HEX.formatHex(salt));
            }
            case "sha256_hash" ->
                new Credential.Sha256(hash(given), given.salt().orElse(""));
            case "double_sha1_password" ->
                Credential.DoubleSha1.ofPassword(given.values().getFirst());
            case "double_sha1_hash" -> new Credential.DoubleSha1(hash(given));
            case "scram_sha256_password" ->
                new Credential.ScramSha256(
                        ScramVerifier.ofPassword(given.values().getFirst()));
            case "scram_sha256_hash" ->
                new Credential.ScramSha256(
                        new ScramVerifier(hash(given), base64(given.salt().orElse(""))));
            case "ssl_certificate" -> new Credential.SslCertificate(Set.copyOf(given.values()));
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED,
                        "Authentication with " + given.method()
                                + " is not supported by this version. Use scram_sha256_password or sha256_password");
        };
    }

    private static byte[] hash(Authentication given) {
        int bytes = given.method().equals("double_sha1_hash") ? 20 : 32;
        try {
            byte[] hash = HexFormat.of().parseHex(given.values().getFirst());
            if (hash.length == bytes) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for a wrong length.
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS, "A " + given.method() + " has exactly " + 2 * bytes + " hexadecimal digits");
    }

    private static String base64(String salt) {
        try {
            Base64.getDecoder().decode(salt);
            return salt;
        } catch (IllegalArgumentException e) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "The salt of a scram_sha256_hash must be Base64");
        }
    }

    private static Authentication authentication(Credential credential) {
        return switch (credential) {
            case Credential.NoPassword none -> new Authentication("no_password", List.of(), Optional.empty());
            case Credential.Plaintext(String password) ->
                new Authentication("plaintext_password", List.of(password), Optional.empty());
            case Credential.Sha256(byte[] hash, String salt) -> hashed("sha256_hash", hash, salt);
            case Credential.DoubleSha1(byte[] hash) -> hashed("double_sha1_hash", hash, "");
            case Credential.ScramSha256(ScramVerifier verifier) ->
                hashed("scram_sha256_hash", verifier.saltedPassword(), verifier.salt());
            case Credential.SslCertificate(Set<String> names) ->
                new Authentication("ssl_certificate", names.stream().sorted().toList(), Optional.empty());
        };
    }

    private static Authentication hashed(String method, byte[] hash, String salt) {
        return new Authentication(
                method, List.of(HEX.formatHex(hash)), salt.isEmpty() ? Optional.empty() : Optional.of(salt));
    }

    // ---- settings

    static List<ProfileElement> elements(List<SettingItem> items) {
        List<ProfileElement> elements = new ArrayList<>();
        for (SettingItem item : items) {
            elements.add(
                    switch (item) {
                        case AccessStatement.ProfileItem(String profile) -> new ProfileElement.Inherit(profile);
                        case AccessStatement.ValueItem value ->
                            new ProfileElement.Of(
                                    value.name(), value.value().map(SettingChanges::text), constraint(value));
                    });
        }
        return elements;
    }

    private static SettingConstraint constraint(AccessStatement.ValueItem value) {
        return new SettingConstraint(
                value.min().map(SettingChanges::text),
                value.max().map(SettingChanges::text),
                value.writability()
                        .map(w -> w.equals("READONLY")
                                ? SettingConstraint.Writability.CONST
                                : SettingConstraint.Writability.valueOf(w.toUpperCase(Locale.ROOT))));
    }

    private static List<SettingItem> items(List<ProfileElement> elements) {
        List<SettingItem> items = new ArrayList<>();
        for (ProfileElement element : elements) {
            items.add(
                    switch (element) {
                        case ProfileElement.Inherit(String profile) -> new AccessStatement.ProfileItem(profile);
                        case ProfileElement.Of of ->
                            new AccessStatement.ValueItem(
                                    of.setting(),
                                    of.value().map(LiteralValue.StringValue::of),
                                    of.constraint().min().map(LiteralValue.StringValue::of),
                                    of.constraint().max().map(LiteralValue.StringValue::of),
                                    of.constraint().writability().map(Enum::name));
                    });
        }
        return items;
    }
}
