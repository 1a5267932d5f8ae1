package io.millrace.engine.access;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users there are, what they prove themselves with, and the settings they begin with. Thread-safe; follows a configuration while the server runs. */
public final class AccessControl implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);
    private static final String DEFAULT_USER = "default";
    private static final String FORGOTTEN = """
            .

            If you use the server's own files, the password of the user default stands in users.xml or in a file of users.d\
             beside config.xml; after --default-password on the command line it is what was given there.
            """;

    private final String defaultProfile;
    private final String defaultDatabase;
    private volatile ConfiguredAccess configured;

    private AccessControl(ConfigTree config) {
        this.defaultProfile = config.text("default_profile").orElse(SettingProfiles.DEFAULT);
        this.defaultDatabase =
                config.text("default_database").filter(d -> !d.isEmpty()).orElse("default");
        this.configured = ConfiguredAccess.read(config);
    }

    /**
     * Access as a configuration defines it.
     *
     * @throws DbException INVALID_CONFIG_PARAMETER
     */
    public static AccessControl of(ConfigTree config) {
        return new AccessControl(config);
    }

    /** Only the user {@code default}; with an empty password it is let in from this machine only. */
    public static AccessControl defaultUserOnly(String password) {
        return of(new ConfigTree("clickhouse", Map.of(), "", List.of(defaultUser(password))));
    }

    /** {@code users/default/password}, as a configuration has it. */
    public static ConfigTree defaultUser(String password) {
        ConfigTree element = new ConfigTree("password", Map.of(), password, List.of());
        ConfigTree user = new ConfigTree(DEFAULT_USER, Map.of(), "", List.of(element));
        return new ConfigTree("users", Map.of(), "", List.of(user));
    }

    /** The same, to be laid over a configuration: whatever else the user could prove itself with is gone. */
    public static ConfigTree onlyPassword(String password) {
        List<ConfigTree> elements = new ArrayList<>();
        for (String name : ConfiguredCredentials.ELEMENTS) {
            elements.add(
                    name.equals("password")
                            ? new ConfigTree(name, Map.of("replace", "replace"), password, List.of())
                            : new ConfigTree(name, Map.of("remove", "remove"), "", List.of()));
        }
        elements.add(new ConfigTree("auth_methods", Map.of("remove", "remove"), "", List.of()));
        ConfigTree user = new ConfigTree(DEFAULT_USER, Map.of(), "", elements);
        return new ConfigTree("users", Map.of(), "", List.of(user));
    }

    /**
     * Takes over users and profiles from a changed configuration; sessions keep the settings they have.
     *
     * @throws DbException INVALID_CONFIG_PARAMETER; everything stays as it was
     */
    public void configure(ConfigTree config) {
        configured = ConfiguredAccess.read(config);
    }

    // ---- who may come in

    @Override
    public User authenticate(String name, String password, InetAddress from) {
        if (credentials(name, from).stream().noneMatch(c -> c.accepts(password))) {
            throw refused(name, name.equals(DEFAULT_USER) && password.isEmpty(), from);
        }
        return new User(name);
    }

    @Override
    public User authenticate(String name, X509Certificate certificate, InetAddress from) {
        Optional<String> commonName = commonName(certificate);
        boolean accepted = credentials(name, from).stream()
                .anyMatch(c -> c instanceof Credential.SslCertificate(Set<String> names)
                        && commonName.filter(names::contains).isPresent());
        if (!accepted) {
            throw refused(name, false, from);
        }
        return new User(name);
    }

    @Override
    public List<Credential> credentials(String name, InetAddress from) {
        return account(name)
                .filter(a -> a.hosts().contains(from))
                .map(Account::credentials)
                .orElse(List.of());
    }

    @Override
    public User authenticated(String name, InetAddress from) {
        if (credentials(name, from).isEmpty()) {
            throw refused(name, false, from);
        }
        return new User(name);
    }

    @Override
    public User known(String name) {
        return account(name)
                .map(account -> new User(name))
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_USER, "There is no user `" + name + "` in `users_xml`"));
    }

    private DbException refused(String name, boolean nothingGiven, InetAddress from) {
        Optional<Account> account = account(name);
        String reason = account.isEmpty()
                ? "no such user"
                : account.get().hosts().contains(from) ? "wrong credentials" : "not allowed from there";
        LOG.info("Refused user {} from {}: {}", name, from.getHostAddress(), reason);
        // As in ClickHouse: a browser that has said nothing yet is asked for a name and a password.
        return new DbException(
                nothingGiven ? ErrorCode.REQUIRED_PASSWORD : ErrorCode.AUTHENTICATION_FAILED,
                name + ": Authentication failed: password is incorrect, or there is no user with such name"
                        + (name.equals(DEFAULT_USER) ? FORGOTTEN : "."));
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    // ---- what they are

    public Optional<Account> account(String name) {
        return Optional.ofNullable(configured.accounts().get(name));
    }

    /** Whether a user is let in without a password. */
    public boolean hasNoPassword(String name) {
        return account(name).stream().flatMap(a -> a.credentials().stream()).anyMatch(c -> c.accepts(""));
    }

    /** All users, in no order. */
    public Collection<Account> accounts() {
        return configured.accounts().values();
    }

    public SettingProfiles profiles() {
        return configured.profiles();
    }

    /** Where a user's sessions begin. */
    public String defaultDatabase(User user) {
        return account(user.name()).flatMap(Account::defaultDatabase).orElse(defaultDatabase);
    }

    /** What a user's sessions begin with: everybody's profile, then its own, then its own settings. */
    public ConstrainedSettings settings(User user) {
        ConfiguredAccess now = configured;
        ConstrainedSettings empty = new ConstrainedSettings(Settings.defaults(), Map.of(), now.profiles());
        ConstrainedSettings everybody = now.profiles().byName().containsKey(defaultProfile)
                ? empty.applied(now.profiles().elements(defaultProfile))
                : empty;
        return account(user.name())
                .map(a -> everybody.applied(now.profiles().flat(a.settings())))
                .orElse(everybody);
    }
}
