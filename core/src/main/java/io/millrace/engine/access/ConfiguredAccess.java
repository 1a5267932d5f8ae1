package io.millrace.engine.access;

import io.millrace.base.config.ConfigTree;
import io.millrace.base.error.DbException;
import io.millrace.base.setting.SettingRegistry;
import io.millrace.engine.quota.ConfiguredQuotas;
import io.millrace.engine.quota.Quota;
import io.millrace.sql.ast.AccessStatement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users and profiles as a configuration defines them ({@code users}, {@code profiles}). Immutable.
 *
 * @param accounts by name
 * @param quotas by name
 * @param quotaOfUser names of quotas by names of users
 */
record ConfiguredAccess(
        Map<String, Account> accounts,
        SettingProfiles profiles,
        Map<String, Quota> quotas,
        Map<String, String> quotaOfUser) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredAccess.class);

    private static final Set<String> NO_CREDENTIALS = Set.of(
            "networks",
            "profile",
            "settings",
            "quota",
            "default_database",
            "grants",
            "roles",
            "allow_databases",
            "allow_dictionaries",
            "databases",
            "access_management",
            "named_collection_control",
            "show_named_collections",
            "show_named_collections_secrets");

    /**
     * @throws DbException INVALID_CONFIG_PARAMETER, with the element; UNKNOWN_SETTING
     */
    static ConfiguredAccess read(ConfigTree config) {
        SettingProfiles profiles = new SettingProfiles(profiles(config));
        Map<String, Account> accounts = new LinkedHashMap<>();
        Map<String, Quota> quotas = ConfiguredQuotas.read(config);
        Map<String, String> quotaOfUser = new LinkedHashMap<>();
        for (ConfigTree users : config.all("users")) {
            for (ConfigTree user : users.children()) {
                Account account = account(user);
                check(profiles, account.settings(), user);
                accounts.put(account.name(), account);
                user.text("quota")
                        .filter(quotas::containsKey)
                        .ifPresent(quota -> quotaOfUser.put(account.name(), quota));
            }
        }
        return new ConfiguredAccess(Map.copyOf(accounts), profiles, quotas, Map.copyOf(quotaOfUser));
    }

    private static void check(SettingProfiles profiles, List<ProfileElement> elements, ConfigTree place) {
        try {
            profiles.flat(elements);
        } catch (DbException e) {
            throw place.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Account account(ConfigTree user) {
        List<Credential> credentials = new ArrayList<>(ConfiguredCredentials.of(user));
        List<ConfigTree> methods = user.all("auth_methods").stream()
                .flatMap(m -> m.children().stream())
                .toList();
        methods.forEach(method -> credentials.addAll(ConfiguredCredentials.of(method)));
        if (credentials.isEmpty()) {
            throw user.wrong("the user has nothing to prove itself with. Add one of "
                    + String.join(", ", ConfiguredCredentials.ELEMENTS));
        }
        for (ConfigTree element : user.children()) {
            boolean known = NO_CREDENTIALS.contains(element.name())
                    || ConfiguredCredentials.ELEMENTS.contains(element.name())
                    || element.name().equals("auth_methods")
                    || element.name().equals(ConfiguredCredentials.SCRAM_SALT);
            if (!known) {
                LOG.debug("User {}: element <{}> in {} is not read", user.name(), element.name(), element.origin());
            }
        }
        List<ProfileElement> settings = new ArrayList<>();
        user.text("profile").filter(p -> !p.isEmpty()).ifPresent(p -> settings.add(new ProfileElement.Inherit(p)));
        user.at("settings").ifPresent(s -> settings.addAll(elements(s)));
        return new Account(
                user.name(),
                Account.idOf("USER", user.name()),
                Account.USERS_XML,
                credentials,
                hosts(user, credentials),
                settings,
                user.text("default_database").filter(d -> !d.isEmpty()),
                Set.of(),
                Account.ALL_ROLES,
                grants(user));
    }

    /** Without a list of grants a user may do everything but manage users, which {@code access_management} allows. */
    private static Grants grants(ConfigTree user) {
        List<ConfigTree> queries = user.all("grants/query");
        if (queries.isEmpty()) {
            return user.flag("access_management").orElse(false)
                    ? Grants.ALL
                    : Grants.ALL.revoked(Privilege.ACCESS_MANAGEMENT, Grants.EVERYWHERE);
        }
        Grants grants = Grants.NONE;
        for (ConfigTree query : queries) {
            try {
                if (!(Parser.parse(query.text() + " TO `" + user.name() + "`", Dialect.CLICKHOUSE)
                                .statement()
                        instanceof AccessStatement.Grant grant)) {
                    throw query.wrong("only GRANT of privileges is read here");
                }
                grants = grants.with(grant, "default");
            } catch (DbException e) {
                throw query.wrong(String.valueOf(e.getMessage()));
            }
        }
        return grants;
    }

    /** A user without a password may come from this machine only, unless the configuration says where from. */
    private static AllowedHosts hosts(ConfigTree user, List<Credential> credentials) {
        Optional<ConfigTree> networks = user.at("networks");
        if (networks.isEmpty()) {
            boolean open = credentials.stream().anyMatch(c -> c.accepts(""));
            return open ? AllowedHosts.LOOPBACK : AllowedHosts.ANY;
        }
        List<AddressRange> ranges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<AllowedHosts.NamePattern> patterns = new ArrayList<>();
        for (ConfigTree element : networks.get().children()) {
            switch (element.name()) {
                case "ip" ->
                    ranges.add(AddressRange.parse(element.text())
                            .orElseThrow(() -> element.wrong("'" + element.text()
                                    + "' is no address. Write it as 10.0.0.1, 10.0.0.0/8, 10.0.0.0/255.0.0.0 or ::1")));
                case "host" -> names.add(element.text());
                case "host_regexp" -> patterns.add(pattern(element));
                default -> throw element.wrong("is not known here. Write ip, host or host_regexp");
            }
        }
        return new AllowedHosts(false, false, ranges, names, patterns);
    }

    private static AllowedHosts.NamePattern pattern(ConfigTree element) {
        try {
            return AllowedHosts.NamePattern.of(element.text());
        } catch (DbException e) {
            throw element.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, List<ProfileElement>> profiles(ConfigTree config) {
        Map<String, List<ProfileElement>> profiles = new HashMap<>();
        // Clients ask for it by name; it may say nothing.
        profiles.put(SettingProfiles.DEFAULT, List.of());
        for (ConfigTree all : config.all("profiles")) {
            for (ConfigTree profile : all.children()) {
                profiles.put(profile.name(), elements(profile));
            }
        }
        SettingProfiles checked = new SettingProfiles(profiles);
        config.all("profiles").stream()
                .flatMap(p -> p.children().stream())
                .forEach(p -> check(checked, List.of(new ProfileElement.Inherit(p.name())), p));
        return profiles;
    }

    private static List<ProfileElement> elements(ConfigTree profile) {
        List<ProfileElement> elements = new ArrayList<>();
        Map<String, SettingConstraint> constraints = new LinkedHashMap<>();
        profile.all("constraints").stream()
                .flatMap(c -> c.children().stream())
                .forEach(c -> constraints.put(c.name(), constraint(c)));
        Set<String> set = new HashSet<>();
        for (ConfigTree element : profile.children()) {
            switch (element.name()) {
                case "constraints" -> {}
                case "profile" -> elements.add(new ProfileElement.Inherit(element.text()));
                default -> {
                    checkValue(element);
                    set.add(element.name());
                    elements.add(new ProfileElement.Of(
                            element.name(),
                            Optional.of(element.text()),
                            constraints.getOrDefault(element.name(), SettingConstraint.NONE)));
                }
            }
        }
        constraints.forEach((name, constraint) -> {
            if (!set.contains(name)) {
                elements.add(new ProfileElement.Of(name, Optional.empty(), constraint));
            }
        });
        return elements;
    }

    private static void checkValue(ConfigTree element) {
        try {
            SettingRegistry.get(element.name()).parse(element.text());
        } catch (DbException e) {
            throw element.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static SettingConstraint constraint(ConfigTree element) {
        Optional<SettingConstraint.Writability> writability = Optional.empty();
        if (element.at("readonly").isPresent() || element.at("const").isPresent()) {
            writability = Optional.of(SettingConstraint.Writability.CONST);
        } else if (element.at("changeable_in_readonly").isPresent()) {
            writability = Optional.of(SettingConstraint.Writability.CHANGEABLE_IN_READONLY);
        }
        SettingConstraint constraint = new SettingConstraint(element.text("min"), element.text("max"), writability);
        try {
            constraint.checkLimits(SettingRegistry.get(element.name()));
        } catch (DbException e) {
            throw element.wrong(String.valueOf(e.getMessage()));
        }
        return constraint;
    }
}
