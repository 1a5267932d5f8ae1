package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.config.ConfigFiles;
import io.millrace.base.config.ConfigTree;
import io.millrace.base.config.ReloadingConfig;
import io.millrace.base.io.RealVfs;
import io.millrace.engine.access.AccessControl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in over HTTP, with which settings, and what is allowed then. */
class AccessTest {
    private static final String USERS = """
            <clickhouse>
              <users>
                <user_with_sha256>
                  <password_scram_sha256_hex>04e7a70338d7af7bb6142fe7e19fef46d9b605f3e78b932a60e8200ef9154976</password_scram_sha256_hex>
                </user_with_sha256>
                <hashed>
                  <password_sha256_hex>65E84BE33532FB784C48129675F9EFF3A682B27168C0EA744B2CF58EE02337C5</password_sha256_hex>
                  <profile>web</profile>
                  <default_database>system</default_database>
                </hashed>
                <far><no_password/><networks><ip>10.0.0.0/8</ip></networks></far>
                <near><no_password/><networks><ip>127.0.0.0/255.0.0.0</ip></networks></near>
                <reader><password>r</password><grants><query>GRANT SELECT ON default.*</query></grants></reader>
                <certain><ssl_certificates><common_name>certain</common_name></ssl_certificates></certain>
              </users>
              <profiles>
                <default><max_result_rows>77</max_result_rows></default>
                <web>
                  <max_threads>3</max_threads>
                  <constraints>
                    <max_threads><min>2</min><max>4</max></max_threads>
                    <max_block_size><readonly/></max_block_size>
                  </constraints>
                </web>
                <safe><profile>web</profile><readonly>1</readonly></safe>
              </profiles>
            </clickhouse>
            """;

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("users.d"));
        Files.writeString(folder.resolve("users.d/people.xml"), USERS);
        Files.createDirectories(folder.resolve("config.d"));
        Files.writeString(
                folder.resolve("config.d/x.xml"), "<clickhouse><macros><shard>01</shard></macros></clickhouse>");
        ConfigTree users = new ConfigTree("clickhouse", Map.of(), "", List.of(AccessControl.defaultUser("")));
        server = new RunningServer(new ReloadingConfig(
                new ConfigFiles(new RealVfs(), folder.resolve("config.xml"), Map.of(), users, ConfigTree.empty())));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** The answer's body, or its status and the error's code. */
    private String as(String user, String password, String query, String... more) throws Exception {
        String[] named = Stream.concat(Stream.of("user", user, "password", password), Stream.of(more))
                .toArray(String[]::new);
        HttpResponse<String> answer = server.ask("POST", "", RunningServer.withQuery(query, named));
        return answer.headers()
                .firstValue("X-ClickHouse-Exception-Code")
                .map(code -> answer.statusCode() + " " + code)
                .orElse(answer.body().strip());
    }

    private String run(String query) throws Exception {
        return as("default", "", query);
    }

    @Test
    void passwordsOfEveryKind() throws Exception {
        assertThat(as("user_with_sha256", "abacaba", "SELECT currentUser()")).isEqualTo("user_with_sha256");
        assertThat(as("user_with_sha256", "abacab", "SELECT 1")).isEqualTo("403 516");
        assertThat(as("hashed", "qwerty", "SELECT currentDatabase()")).isEqualTo("system");
        assertThat(as("hashed", "", "SELECT 1")).isEqualTo("403 516");
        assertThat(as("certain", "", "SELECT 1")).isEqualTo("403 516");
        assertThat(as("nobody", "", "SELECT 1")).isEqualTo("403 516");
        assertThat(as("default", "wrong", "SELECT 1")).isEqualTo("403 516");
    }

    @Test
    void placesToComeFrom() throws Exception {
        assertThat(as("near", "anything", "SELECT 1")).isEqualTo("1");
        assertThat(as("far", "", "SELECT 1")).isEqualTo("403 516");
    }

    @Test
    void profilesAndTheirConstraints() throws Exception {
        assertThat(as("hashed", "qwerty", "SELECT getSetting('max_threads'), getSetting('max_result_rows')"))
                .isEqualTo("3\t77");
        assertThat(as("hashed", "qwerty", "SELECT 1", "max_threads", "5")).isEqualTo("500 452");
        assertThat(as("hashed", "qwerty", "SELECT 1", "max_threads", "1")).isEqualTo("500 452");
        assertThat(as("hashed", "qwerty", "SELECT 1", "max_threads", "4")).isEqualTo("1");
        assertThat(as("hashed", "qwerty", "SELECT 1 SETTINGS max_threads = 5")).isEqualTo("500 452");
        assertThat(as("hashed", "qwerty", "SET max_threads = 5")).isEqualTo("500 452");
        assertThat(as("hashed", "qwerty", "SELECT 1", "max_block_size", "7")).isEqualTo("500 452");
        assertThat(as("hashed", "qwerty", "SELECT 1", "max_block_size", "65409"))
                .isEqualTo("1");
        assertThat(as("default", "", "SELECT getSetting('max_threads')", "profile", "web"))
                .isEqualTo("3");
        assertThat(as("default", "", "SELECT 1", "profile", "nope")).isEqualTo("500 180");
        // the settings of one request are judged together, by what held before it
        assertThat(as("default", "", "SELECT 1", "profile", "safe", "max_threads", "2"))
                .isEqualTo("1");
        assertThat(as("default", "", "SELECT 1 SETTINGS max_threads = 2", "profile", "safe"))
                .isEqualTo("500 164");
        assertThat(as("default", "", "CREATE TABLE t (a UInt8) ENGINE = Memory", "profile", "safe"))
                .isEqualTo("500 164");
    }

    @Test
    void changedFilesAreTakenOverAndBrokenOnesAreNot() throws Exception {
        Path file = folder.resolve("users.d/people.xml");
        Files.writeString(file, USERS.replace("<max_threads>3<", "<max_threads>2<"));
        assertThat(run("SYSTEM RELOAD CONFIG")).isEmpty();
        assertThat(as("hashed", "qwerty", "SELECT getSetting('max_threads')")).isEqualTo("2");
        Files.writeString(file, USERS.replace("65E84BE3", ""));
        assertThat(run("SYSTEM RELOAD USERS")).isEqualTo("500 318");
        assertThat(as("hashed", "qwerty", "SELECT 1")).isEqualTo("1");
        assertThat(run("SELECT substitution FROM system.macros WHERE macro = 'shard'"))
                .isEqualTo("01");
    }

    @Test
    void usersOfSqlAndTheirGrants() throws Exception {
        run("CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a");
        run("INSERT INTO t VALUES (1)");
        assertThat(run("CREATE USER u IDENTIFIED WITH sha256_password BY 'pw'")).isEmpty();
        assertThat(run("CREATE USER u")).isEqualTo("500 493");
        assertThat(run("CREATE USER hashed")).isEqualTo("500 493");
        assertThat(run("ALTER USER hashed HOST ANY")).isEqualTo("500 495");
        assertThat(as("u", "pw", "SELECT 1")).isEqualTo("1");
        for (String query : List.of(
                "SELECT a FROM t",
                "SELECT (SELECT max(a) FROM t)",
                "SELECT 1 WHERE 1 IN (SELECT a FROM t)",
                "SELECT 1 WHERE 1 IN t",
                "SELECT count() FROM t",
                "INSERT INTO t VALUES (2)",
                "ALTER TABLE t ADD COLUMN b UInt8",
                "CREATE TABLE x (a UInt8) ENGINE = Memory",
                "CREATE VIEW v AS SELECT a FROM t",
                "DROP TABLE t",
                "TRUNCATE TABLE t",
                "RENAME TABLE t TO t2",
                "CREATE DATABASE d",
                "CREATE USER other",
                "GRANT SELECT ON t TO u",
                "SELECT name FROM system.users")) {
            assertThat(as("u", "pw", query)).as(query).isEqualTo("403 497");
        }
        run("GRANT SELECT, INSERT ON default.t TO u");
        assertThat(as("u", "pw", "INSERT INTO t VALUES (2)")).isEmpty();
        assertThat(as("u", "pw", "SELECT sum(a) FROM t")).isEqualTo("3");
        assertThat(as("u", "pw", "SHOW GRANTS")).isEqualTo("GRANT SELECT, INSERT ON default.t TO u");
        run("REVOKE INSERT ON *.* FROM u");
        assertThat(as("u", "pw", "INSERT INTO t VALUES (2)")).isEqualTo("403 497");
        assertThat(as("reader", "r", "SELECT sum(a) FROM t")).isEqualTo("3");
        assertThat(as("reader", "r", "DROP TABLE t")).isEqualTo("403 497");
        run("ALTER USER u IDENTIFIED WITH double_sha1_password BY 'new'");
        assertThat(as("u", "pw", "SELECT 1")).isEqualTo("403 516");
        assertThat(as("u", "new", "SELECT 1")).isEqualTo("1");
        run("DROP USER u");
        assertThat(as("u", "new", "SELECT 1")).isEqualTo("403 516");
        assertThat(run("DROP USER u")).isEqualTo("403 192");
    }

    @Test
    void rolesAreCurrentOrNot() throws Exception {
        run("CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a");
        run("CREATE USER u IDENTIFIED WITH scram_sha256_password BY 'pw'");
        run("CREATE ROLE reading");
        run("CREATE ROLE spare");
        run("GRANT SELECT ON *.* TO reading");
        run("GRANT reading TO u");
        String query = "SELECT count() FROM t";
        assertThat(as("u", "pw", query)).isEqualTo("0");
        run("SET DEFAULT ROLE NONE TO u");
        assertThat(as("u", "pw", query)).isEqualTo("403 497");
        assertThat(as("u", "pw", query, "role", "reading")).isEqualTo("0");
        assertThat(as("u", "pw", query, "role", "nope")).isEqualTo("404 511");
        assertThat(as("u", "pw", query, "role", "spare")).isEqualTo("403 512");
        assertThat(as("u", "pw", "SET ROLE reading", "session_id", "s")).isEmpty();
        assertThat(as("u", "pw", query, "session_id", "s")).isEqualTo("0");
        run("REVOKE reading FROM u");
        assertThat(as("u", "pw", query, "session_id", "s")).isEqualTo("403 497");
        run("DROP ROLE reading");
        assertThat(run("SELECT groupArray(name) FROM system.roles")).isEqualTo("['spare']");
    }
}
