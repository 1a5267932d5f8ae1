package io.millrace.http.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.http.rule.Handler.BuiltIn;
import io.millrace.http.rule.Handler.Content;
import io.millrace.http.rule.Handler.DynamicQuery;
import io.millrace.http.rule.Handler.Fixed;
import io.millrace.http.rule.Handler.Page;
import io.millrace.http.rule.Handler.PredefinedQuery;
import io.millrace.http.rule.Handler.Redirect;
import io.millrace.http.rule.HttpRules.Defaults;
import io.millrace.http.rule.HttpRules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What configurations of handlers mean. */
final class HttpRulesTest {
    private static List<HttpRules.Entry> entries(String handlers) {
        return HttpRules.of(Xml.config("<http_handlers>" + handlers + "</http_handlers>"))
                .entries();
    }

    private static Handler handler(String inner) {
        Rule rule =
                (Rule) entries("<rule><handler>" + inner + "</handler></rule>").getFirst();
        return rule.handler();
    }

    @Test
    void withoutRulesThereAreTheServersOwnHandlers() {
        assertThat(HttpRules.of(Xml.config("")).entries()).containsExactly(new Defaults());
    }

    @Test
    void rulesStandAloneUnlessDefaultsAreAskedFor() {
        String rule = "<rule><url>/x</url><handler><type>ping</type></handler></rule>";
        assertThat(entries(rule)).hasSize(1).noneMatch(e -> e instanceof Defaults);
        assertThat(entries(rule + "<defaults/>" + rule)).hasSize(3).element(1).isEqualTo(new Defaults());
    }

    @Test
    void everyTypeOfHandler() {
        assertThat(handler("<type>static</type>"))
                .isEqualTo(new Fixed(200, "text/plain; charset=UTF-8", new Content.Text("Ok.\n"), Map.of()));
        assertThat(handler("<type>static</type><status>404</status><content_type>a/b</content_type>"
                        + "<response_content>file://sub/page.html</response_content>"
                        + "<http_response_headers><X-A>1</X-A></http_response_headers>"))
                .isEqualTo(new Fixed(404, "a/b", new Content.File("sub/page.html"), Map.of("X-A", "1")));
        assertThat(handler("<type>redirect</type><location>/y</location>")).isEqualTo(new Redirect("/y", Map.of()));
        assertThat(((DynamicQuery) handler("<type>dynamic_query_handler</type><query_param_name>q</query_param_name>"))
                        .parameter())
                .isEqualTo("q");
        assertThat(((DynamicQuery) handler("<type>dynamic_query_handler</type>")).parameter())
                .isEqualTo("query");
        PredefinedQuery predefined =
                (PredefinedQuery) handler("<type>predefined_query_handler</type><user>reader</user>"
                        + "<query> INSERT INTO t SELECT {a:UInt8}, '{b:String}', {_request_body:String} </query>");
        assertThat(predefined.reply().user()).contains("reader");
        PredefinedStatement statement = predefined.statements().getFirst();
        assertThat(statement.inserts()).isTrue();
        assertThat(statement.parameters()).isEqualTo(Set.of("a", "_request_body"));
        assertThat(handler("<type>prometheus</type>")).isEqualTo(new BuiltIn(Page.METRICS));
        assertThat(handler("<type>index</type>")).isEqualTo(new BuiltIn(Page.INDEX));
    }

    @Test
    void contentOfTheConfiguration() {
        HttpRules rules = HttpRules.of(Xml.config("<http_server_default_response>hello</http_server_default_response>"
                + "<http_handlers><rule><handler><type>static</type>"
                + "<response_content>config://http_server_default_response</response_content></handler></rule>"
                + "<common_http_response_headers><X-B>2</X-B></common_http_response_headers></http_handlers>"));
        assertThat(((Fixed) ((Rule) rules.entries().getFirst()).handler()).content())
                .isEqualTo(new Content.Text("hello"));
        assertThat(rules.commonHeaders()).isEqualTo(Map.of("X-B", "2"));
    }

    @Test
    void theFirstManualsElementsKeepTheServersOwnHandlers() {
        HttpRules rules = HttpRules.of(Xml.config("<http_handlers><root_handler/><ping_handler>/alive</ping_handler>"
                + "<no_handler_description>nothing here</no_handler_description></http_handlers>"
                + "<root_handlers><predefine_query_handler><method>GET</method><url>/a/(?P&lt;x&gt;b+)</url>"
                + "<queries><query>SELECT 1</query><query>SELECT {x:String}</query></queries>"
                + "</predefine_query_handler></root_handlers>"));
        assertThat(rules.notFound()).contains("nothing here");
        assertThat(rules.entries()).hasSize(3);
        assertThat(((Rule) rules.entries().getFirst()).handler()).isEqualTo(new BuiltIn(Page.PING));
        Rule predefined = (Rule) rules.entries().get(1);
        assertThat(((PredefinedQuery) predefined.handler()).statements())
                .extracting(PredefinedStatement::text)
                .containsExactly("SELECT 1", "SELECT {x:String}");
        assertThat(predefined.pattern().methods()).isEqualTo(Set.of("GET"));
        assertThat(predefined.pattern().url().orElseThrow().match("/a/bb")).contains(Map.of("x", "bb"));
        assertThat(predefined.pattern().url().orElseThrow().match("/a/bbc")).isEmpty();
        assertThat(rules.entries().getLast()).isEqualTo(new Defaults());
    }

    @Test
    void patternsOfTexts() {
        assertThat(ValuePattern.of("/a.c").match("/abc")).isEmpty();
        assertThat(ValuePattern.of("/a.c").match("/a.c")).contains(Map.of());
        assertThat(ValuePattern.of("prefix:/a").match("/abc")).isPresent();
        assertThat(ValuePattern.of("regex:/a.c").match("/abc")).isPresent();
        assertThat(ValuePattern.of("regex:/a|/b").match("/ab")).isEmpty();
        assertThat(ValuePattern.of("regex:(?P<n>[^/]+)(/(?P<m>[^/]+))?").match("x"))
                .contains(Map.of("n", "x"));
        assertThat(ValuePattern.of("regex:(?P<n>.*)").match("\u00e4\u6f22")).contains(Map.of("n", "\u00e4\u6f22"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN_ELEMENT_IN_CONFIG | <unknown/>",
                "INVALID_CONFIG_PARAMETER | <rule/>",
                "INVALID_CONFIG_PARAMETER | <rule><handler/></rule>",
                "INVALID_CONFIG_PARAMETER | <rule><handler><type>nope</type></handler></rule>",
                "INVALID_CONFIG_PARAMETER | <rule><handler><type>redirect</type></handler></rule>",
                "INVALID_CONFIG_PARAMETER | <rule><handler><type>static</type><status>99</status></handler></rule>",
                "INVALID_CONFIG_PARAMETER | <rule><handler><type>predefined_query_handler</type></handler></rule>",
                "INVALID_CONFIG_PARAMETER | <predefined_query_handler><queries><query>INSERT INTO a FORMAT TSV</query>"
                        + "<query>INSERT INTO b FORMAT TSV</query></queries></predefined_query_handler>",
                "INVALID_CONFIG_PARAMETER | <rule><handler><type>static</type>"
                        + "<response_content>config://nope</response_content></handler></rule>",
                "CANNOT_COMPILE_REGEXP | <rule><url>regex:(</url><handler><type>ping</type></handler></rule>",
            })
    void whatIsWrongIsToldAtTheStart(ErrorCode code, String handlers) {
        assertThatThrownBy(() -> entries(handlers))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
