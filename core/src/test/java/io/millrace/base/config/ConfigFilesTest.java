package io.millrace.base.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.RealVfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations as administrators of ClickHouse write them, merged as ClickHouse's documentation says. */
class ConfigFilesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String inside) throws IOException {
        return writeRaw(name, "<clickhouse>" + inside + "</clickhouse>");
    }

    private Path writeRaw(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ConfigFiles files() {
        return new ConfigFiles(
                new RealVfs(),
                folder.resolve("config.xml"),
                Map.of("SECRET", "from the environment"),
                ConfigTree.empty(),
                ConfigTree.empty());
    }

    private ConfigTree load() {
        return files().load().tree();
    }

    private void assertRefused(ErrorCode code, String... texts) {
        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code))
                .message()
                .contains(texts);
    }

    @Test
    void withoutFilesThereIsNothing() {
        assertThat(load().children()).isEmpty();
    }

    @Test
    void directoriesAreReadWithoutAMainFile() throws IOException {
        write("config.d/port.xml", "<postgresql_port>9005</postgresql_port>");
        write("users.d/alice.xml", "<users><alice><password>x</password></alice></users>");
        assertThat(load().number("postgresql_port")).contains(9005L);
        assertThat(load().text("users/alice/password")).contains("x");
    }

    @Test
    void laterNamesWin() throws IOException {
        write("config.xml", "<http_port>1</http_port><path>/here</path>");
        write("config.d/20.xml", "<http_port>3</http_port>");
        write("config.d/10.xml", "<http_port>2</http_port><a><b>1</b></a>");
        write("conf.d/old.xml", "<a><c>2</c></a>");
        write("config.d/.hidden.xml", "<http_port>4</http_port>");
        write("config.d/notes.txt", "<http_port>5</http_port>");
        ConfigTree tree = load();
        assertThat(tree.number("http_port")).contains(3L);
        assertThat(tree.text("path")).contains("/here");
        assertThat(tree.text("a/b")).contains("1");
        assertThat(tree.text("a/c")).contains("2");
    }

    @Test
    void replaceAndRemove() throws IOException {
        write("config.xml", "<logger><level>trace</level><console>1</console></logger><gone>1</gone><a x='1'>b</a>");
        write(
                "config.d/a.xml",
                "<logger replace='replace'><level>error</level></logger><gone remove='1'/><never remove='1'/><a x='2'>c</a>");
        ConfigTree tree = load();
        assertThat(tree.text("logger/level")).contains("error");
        assertThat(tree.at("logger/console")).isEmpty();
        assertThat(tree.at("gone")).isEmpty();
        assertThat(tree.at("never")).isEmpty();
        assertThat(tree.all("a").stream().map(ConfigTree::text)).containsExactly("b", "c");
        assertThat(tree.at("logger").orElseThrow().attributes()).isEmpty();
    }

    @Test
    void listsMergeInTheirOrder() throws IOException {
        write("config.xml", "<listen_host>::1</listen_host><listen_host>127.0.0.1</listen_host>");
        write("config.d/a.xml", "<listen_host>0.0.0.0</listen_host>");
        assertThat(load().all("listen_host").stream().map(ConfigTree::text)).containsExactly("0.0.0.0", "127.0.0.1");
    }

    @Test
    void bothRootsMix() throws IOException {
        writeRaw("config.xml", "<?xml version=\"1.0\"?><yandex><a>1</a></yandex>");
        write("config.d/x.xml", "<b>2</b>");
        assertThat(load().text("a")).contains("1");
        assertThat(load().text("b")).contains("2");
    }

    @Test
    void substitutions() throws IOException {
        write("extra.xml", "<nets><ip>10.0.0.0/8</ip></nets><rules><rule>1</rule><rule>2</rule></rules>");
        write("config.xml", """
                <include_from>extra.xml</include_from>
                <password from_env="SECRET"/>
                <none from_env="NOT_SET" optional="true">kept</none>
                <networks incl="nets"/>
                <all><include incl="rules"/><rule>3</rule></all>
                <missing incl="nowhere" optional="true"/>""");
        ConfigTree tree = load();
        assertThat(tree.text("password")).contains("from the environment");
        assertThat(tree.text("none")).contains("kept");
        assertThat(tree.text("networks/ip")).contains("10.0.0.0/8");
        assertThat(tree.all("all/rule").stream().map(ConfigTree::text)).containsExactly("1", "2", "3");
        assertThat(tree.at("missing").orElseThrow().attributes()).isEmpty();
    }

    @Test
    void usersComeFromTheirFileAndDirectory() throws IOException {
        write("config.xml", "<users_config>people.xml</users_config><users><ignored/></users>");
        write("people.xml", "<users><default><password>a</password></default></users><http_port>7</http_port>");
        write("people.d/x.xml", "<users><default><password>b</password></default></users>");
        ConfigTree tree = load();
        assertThat(tree.text("users/default/password")).contains("b");
        assertThat(tree.at("users/ignored")).isEmpty();
        assertThat(tree.at("http_port")).isEmpty();
    }

    @Test
    void usersMayStandInTheMainFile() throws IOException {
        write("config.xml", "<users><default><password>a</password></default></users>");
        write("users.d/x.xml", "<users><bob><password/></bob></users>");
        assertThat(load().text("users/default/password")).contains("a");
        assertThat(load().at("users/bob/password")).isPresent();
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        writeRaw("config.xml", "<clickhouse>\n<a>\n</b></clickhouse>");
        assertRefused(ErrorCode.CANNOT_LOAD_CONFIG, "config.xml", "line 3");
        writeRaw("config.xml", "<config/>");
        assertRefused(ErrorCode.CANNOT_LOAD_CONFIG, "<config>", "must be <clickhouse>");
        write("config.xml", "\n<users_config>nowhere.xml</users_config>");
        assertRefused(ErrorCode.CANNOT_LOAD_CONFIG, "nowhere.xml");
        write("config.xml", "\n<a from_env='NOT_SET'/>");
        assertRefused(ErrorCode.INVALID_CONFIG_PARAMETER, "<a>", "config.xml:2", "NOT_SET");
        write("config.xml", "<a from_env='SECRET'>value</a>");
        assertRefused(ErrorCode.INVALID_CONFIG_PARAMETER, "Remove the value");
        write("config.xml", "<http_port>many</http_port>");
        assertThatThrownBy(() -> load().number("http_port")).hasMessageContaining("'many' is not a whole number");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() throws IOException {
        Path secret = writeRaw("secret", "hidden");
        writeRaw(
                "config.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><clickhouse><a>&e;</a></clickhouse>");
        assertRefused(ErrorCode.CANNOT_LOAD_CONFIG, "document type");
        write("config.xml", "<a>&e;</a>");
        assertRefused(ErrorCode.CANNOT_LOAD_CONFIG, "config.xml");
    }

    @Test
    void circlesOfIncludesEnd() throws IOException {
        write("extra.xml", "<a><b incl='a'/></a>");
        write("config.xml", "<include_from>extra.xml</include_from><x incl='a'/>");
        assertRefused(ErrorCode.INVALID_CONFIG_PARAMETER, "includes itself");
    }

    @Test
    void changesAreFollowedAndMistakesAreNot() throws IOException {
        write("config.xml", "<a>1</a>");
        ReloadingConfig config = new ReloadingConfig(files());
        List<String> told = new ArrayList<>();
        config.follow(tree -> told.add(tree.text("a").orElse("")));
        config.check();
        assertThat(told).containsExactly("1");
        write("config.d/x.xml", "<a>22</a>");
        config.check();
        assertThat(told).containsExactly("1", "22");
        writeRaw("config.d/x.xml", "<clickhouse><a>broken");
        config.check();
        assertThat(config.current().text("a")).contains("22");
        assertThatThrownBy(config::reload).isInstanceOf(DbException.class);
        Files.delete(folder.resolve("config.d/x.xml"));
        config.check();
        assertThat(told).containsExactly("1", "22", "1");
    }

    @Test
    void aChangeThatOneListenerRefusesIsUndone() throws IOException {
        write("config.xml", "<a>1</a>");
        ReloadingConfig config = new ReloadingConfig(files());
        List<String> told = new ArrayList<>();
        config.follow(tree -> told.add(tree.text("a").orElse("")));
        config.follow(tree -> tree.number("a"));
        write("config.xml", "<a>no number</a>");
        config.check();
        assertThat(told).containsExactly("1", "no number", "1");
        assertThat(config.current().text("a")).contains("1");
    }
}
