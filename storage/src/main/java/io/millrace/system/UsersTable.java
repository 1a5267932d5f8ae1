package io.millrace.system;

import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.engine.SystemTable;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;

/** system.users: the users there are, as far as the asking one may know: itself. */
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
        return new SystemRows(HEADER)
                .row()
                .set("name", context.user())
                .set("storage", "users_xml")
                .set("default_roles_all", true)
                .set("grantees_any", true)
                .build();
    }
}
