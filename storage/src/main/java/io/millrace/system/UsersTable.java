package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.users: the users of the configuration and those that SQL has made. */
@Builtin("users")
final class UsersTable implements SystemTable {
    private static final Header HEADER = SystemRows.header("""
            name String, id UUID, storage String, auth_type Array(Enum8('no_password' = 0, 'plaintext_password'
            = 1, 'sha256_password' = 2, 'double_sha1_password' = 3, 'ldap' = 4, 'kerberos' = 5,
            'ssl_certificate' = 6, 'bcrypt_password' = 7, 'ssh_key' = 8, 'http' = 9, 'jwt' = 10,
            'scram_sha256_password' = 11, 'no_authentication' = 12)), auth_params Array(String), valid_until
            Array(DateTime), host_ip Array(String), host_names Array(String), host_names_regexp Array(String),
            host_names_like Array(String), default_roles_all UInt8, default_roles_list Array(String),
            default_roles_except Array(String), grantees_any UInt8, grantees_list Array(String), grantees_except
            Array(String), default_database String""");

    UsersTable() {}

    @Override
    public Header header() {
        return HEADER;
    }

    @Override
    public Block rows(SystemContext context) {
        SystemRows rows = new SystemRows(HEADER);
        for (SystemContext.UserFacts user : context.users()) {
            rows.row()
                    .set("name", user.name())
                    .set("id", user.id())
                    .set("storage", user.storage())
                    .set("auth_type", user.methods())
                    .set("host_ip", user.addresses())
                    .set("host_names", user.hostNames())
                    .set("host_names_regexp", user.hostPatterns())
                    .set("default_roles_all", user.allRoles())
                    .set("default_roles_list", user.defaultRoles())
                    .set("default_roles_except", user.exceptRoles())
                    .set("grantees_any", true)
                    .set("default_database", user.defaultDatabase());
        }
        return rows.build();
    }
}
