package io.millrace.engine.access;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.base.setting.Settings;
import io.millrace.engine.quota.Quota;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.ast.Position;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users there are, what they prove themselves with, and the settings they begin with. Thread-safe; follows a configuration while the server runs. */
public final class AccessControl implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);
    private static final String DEFAULT_USER = "default";
    private static final int PASSWORD_LETTERS = 24;
    /** Nothing that a shell or a URL reads in its own way, and no two that look the same. */
    private static final String PASSWORD_ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final String FORGOTTEN = """
            .

            If you use the server's own files, the password of the user default stands in users.xml or in a file of users.d\
             beside config.xml; after --default-password on the command line it is what was given there.
            """;

    private final String defaultProfile;
    private final String defaultDatabase;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile ConfiguredAccess configured;
    private volatile AccessDirectory made = AccessDirectory.EMPTY;
    private Optional<AccessStore> store = Optional.empty();

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
        ConfigTree management = new ConfigTree("access_management", Map.of(), "1", List.of());
        ConfigTree user = new ConfigTree(DEFAULT_USER, Map.of(), "", List.of(element, management));
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

    /**
     * Takes over the users and roles that SQL has made, from the directory where they are kept from now on.
     *
     * @return whether the directory is new
     * @throws DbException CORRUPTED_DATA
     */
    public boolean open(Vfs files, Path directory) {
        lock.lock();
        try {
            boolean isNew = !files.exists(directory);
            files.createDirectories(directory);
            AccessStore opened = new AccessStore(files, directory);
            made = opened.load();
            store = Optional.of(opened);
            return isNew;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Carries out a statement that changes users, roles or grants; when this returns, the change is durable.
     *
     * @param database the current one
     * @throws DbException what is wrong; nothing has changed then
     */
    public void change(AccessStatement statement, String database) {
        lock.lock();
        try {
            AccessDirectory before = made;
            AccessDirectory after =
                    AccessChanges.apply(before, statement, configured.accounts().keySet(), database);
            for (Account account : after.accounts().values()) {
                configured.profiles().flat(account.settings());
            }
            store.ifPresent(s -> s.write(before, after));
            made = after;
        } finally {
            lock.unlock();
        }
    }

    /** Makes a user who may do everything and logs in by a password through every door; the password is returned and kept nowhere. */
    public String makeAdministrator(String name) {
        SecureRandom random = new SecureRandom();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            letters.append(PASSWORD_ALPHABET.charAt(random.nextInt(PASSWORD_ALPHABET.length())));
        }
        String password = letters.toString();
        AccessStatement.Authentication method =
                new AccessStatement.Authentication("scram_sha256_password", List.of(password), Optional.empty());
        change(
                new AccessStatement.DefineUser(
                        Position.NONE,
                        AccessStatement.Mode.IF_NOT_EXISTS,
                        List.of(name),
                        Optional.empty(),
                        Optional.of(List.of(method)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                defaultDatabase);
        Grants.ALL.statements(false, name).forEach(grant -> change(grant, defaultDatabase));
        return password;
    }

    /** Whether there is any user but {@code default}. */
    public boolean hasOtherUsers() {
        return accounts().stream().anyMatch(a -> !a.name().equals(DEFAULT_USER));
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
        boolean accepted = credentials(name, from).stream()
                .anyMatch(c -> c instanceof Credential.SslCertificate known && known.accepts(certificate));
        if (!accepted) {
            throw refused(name, false, from);
        }
        return new User(name);
    }

    @Override
    public boolean usesScram() {
        return accounts().stream()
                .flatMap(a -> a.credentials().stream())
                .anyMatch(Credential.ScramSha256.class::isInstance);
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
                .orElseThrow(() ->
                        new DbException(ErrorCode.UNKNOWN_USER, "There is no user `" + name + "` in `users_xml`"));
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

    // ---- what they are

    public Optional<Account> account(String name) {
        return Optional.ofNullable(configured.accounts().get(name))
                .or(() -> Optional.ofNullable(made.accounts().get(name)));
    }

    public Optional<Role> role(String name) {
        return Optional.ofNullable(made.roles().get(name));
    }

    /** All roles, by name. */
    public List<Role> roles() {
        return made.roles().values().stream()
                .sorted(Comparator.comparing(Role::name))
                .toList();
    }

    /**
     * What a user may do.
     *
     * @param roles the current ones; empty for those its sessions begin with
     */
    public Rights rights(User user, Optional<Set<String>> roles) {
        List<Grants> grants = new ArrayList<>();
        account(user.name()).ifPresent(a -> {
            grants.add(a.grants());
            made.withInherited(currentRoles(a, roles)).forEach(r -> grants.add(r.grants()));
        });
        return new Rights(user.name(), grants);
    }

    private static Set<String> currentRoles(Account account, Optional<Set<String>> roles) {
        // A role that has been taken away meanwhile does not count any more.
        return roles.map(r -> r.stream().filter(account.roles()::contains).collect(Collectors.toSet()))
                .orElseGet(account::rolesAtStart);
    }

    /** The names of a user's current roles, sorted. */
    public List<String> currentRoles(User user, Optional<Set<String>> roles) {
        return account(user.name()).map(a -> currentRoles(a, roles)).orElse(Set.of()).stream()
                .sorted()
                .toList();
    }

    /**
     * The roles that a user wants to have current.
     *
     * @throws DbException UNKNOWN_ROLE, SET_NON_GRANTED_ROLE
     */
    public Set<String> chosenRoles(User user, AccessStatement.RoleSet wanted) {
        Set<String> granted = account(user.name()).map(Account::roles).orElse(Set.of());
        if (wanted.all()) {
            return granted.stream().filter(r -> !wanted.names().contains(r)).collect(Collectors.toSet());
        }
        for (String name : wanted.names()) {
            if (role(name).isEmpty()) {
                throw AccessDirectory.unknown("role", name);
            }
            if (!granted.contains(name)) {
                throw new DbException(
                        ErrorCode.SET_NON_GRANTED_ROLE, "Role " + name + " should be granted to set as a current");
            }
        }
        return Set.copyOf(wanted.names());
    }

    /** The statements that would give a user or role what was granted to it. */
    public List<AccessStatement> grants(String name) {
        List<AccessStatement> statements = new ArrayList<>();
        Optional<Account> account = account(name);
        Optional<Role> role = account.isPresent() ? Optional.empty() : role(name);
        if (account.isEmpty() && role.isEmpty()) {
            throw AccessDirectory.unknown("user", name);
        }
        account.ifPresent(a -> {
            statements.addAll(a.grants().statements(false, name));
            statements.addAll(Definitions.roles(false, a.roles(), name));
        });
        role.ifPresent(r -> {
            statements.addAll(r.grants().statements(false, name));
            statements.addAll(Definitions.roles(false, r.roles(), name));
        });
        return statements;
    }

    /** The statement that would make a user or role, without what logs it in. */
    public AccessStatement definition(AccessStatement.Kind kind, String name) {
        return kind == AccessStatement.Kind.USER
                ? Definitions.withoutSecrets(account(name).orElseThrow(() -> AccessDirectory.unknown("user", name)))
                : Definitions.statement(
                        role(name).orElseThrow(() -> AccessDirectory.unknown("role", name)),
                        AccessStatement.Mode.CREATE);
    }

    /** Whether a user is let in without a password. */
    public boolean hasNoPassword(String name) {
        return account(name).stream().flatMap(a -> a.credentials().stream()).anyMatch(c -> c.accepts(""));
    }

    /** All users, by name. */
    public List<Account> accounts() {
        Map<String, Account> all = new TreeMap<>(made.accounts());
        all.putAll(configured.accounts());
        return List.copyOf(all.values());
    }

    /** The quota of a user; empty for none. */
    public Optional<Quota> quota(String user) {
        ConfiguredAccess now = configured;
        return Optional.ofNullable(now.quotaOfUser().get(user)).map(now.quotas()::get);
    }

    /** All quotas, by name. */
    public List<Quota> quotas() {
        return List.copyOf(new TreeMap<>(configured.quotas()).values());
    }

    /** The names of the users that have a quota. */
    public List<String> usersOf(Quota quota) {
        return configured.quotaOfUser().entrySet().stream()
                .filter(e -> e.getValue().equals(quota.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
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
        Optional<Account> account = account(user.name());
        ConstrainedSettings result = everybody;
        for (Role role : made.withInherited(account.map(Account::rolesAtStart).orElse(Set.of()))) {
            result = result.applied(now.profiles().flat(role.settings()));
        }
        return account.isEmpty()
                ? result
                : result.applied(now.profiles().flat(account.get().settings()));
    }
}
