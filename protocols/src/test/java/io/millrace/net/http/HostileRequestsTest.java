package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that another HTTP reader might understand differently: each is refused and ends the connection. */
class HostileRequestsTest {
    private static final String HEAD = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    /** What an attacker wants to be taken for a request of its own. */
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    private static TestServer server;

    @BeforeAll
    static void open() throws Exception {
        server = TestServer.echo();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> badRequestsAreRefusedAndTheConnectionIsClosed() {
        return corpus().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    try (RawClient client = server.connect()) {
                        client.send(entry.getValue() + SMUGGLED);
                        String answer = client.readAll();
                        assertThat(answer)
                                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                                .contains("\r\nConnection: Close\r\n");
                        assertThat(answer).doesNotContain("smuggled").doesNotEndWith("<reset>");
                        assertThat(answer.indexOf("HTTP/1.1 4", 1))
                                .as("a second answer")
                                .isNegative();
                    }
                }));
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus().size()).isGreaterThanOrEqualTo(120);
    }

    private static Map<String, String> corpus() {
        Map<String, String> all = new LinkedHashMap<>();
        framing(all);
        codings(all);
        chunks(all);
        requestLines(all);
        fields(all);
        hosts(all);
        return all;
    }

    private static void framing(Map<String, String> all) {
        all.put("CL and TE", HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("TE and CL", HEAD + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        all.put("CL 0 and TE", HEAD + "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("TE identity and CL", HEAD + "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n");
        all.put("two CL that differ", HEAD + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n");
        all.put("two CL that agree", HEAD + "Content-Length: 0\r\ncontent-length: 0\r\n\r\n");
        for (String length : new String[] {
            "+0",
            "-0",
            "-1",
            "0x0",
            "0 0",
            "0,0",
            "0, 0",
            "1e0",
            "0.0",
            "",
            "\"0\"",
            "0;",
            "１",
            "0\0",
            "9999999999999999999",
            "18446744073709551616",
            "00000000000000000000000000000000",
            "0\u000b",
            "NaN",
            "0\t0"
        }) {
            all.put("CL '" + length + "'", HEAD + "Content-Length: " + length + "\r\n\r\n");
        }
    }

    private static void codings(Map<String, String> all) {
        for (String coding : new String[] {
            "identity",
            "gzip",
            "gzip, chunked",
            "chunked, gzip",
            "chunked, identity",
            "chunked,chunked",
            "chunked, xchunked",
            "xchunked",
            "x-chunked",
            "chunkedx",
            "chunked;q=1",
            "\"chunked\"",
            "chunked,",
            ",chunked",
            "chunked\u000b",
            "\u000bchunked",
            "chun ked",
            "chunked foo",
            "",
            "cow",
            "chunked\0",
            "\u00a0chunked",
            "Chunked, chunked",
            "'chunked'"
        }) {
            all.put("TE '" + coding + "'", HEAD + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n");
        }
        all.put("two TE", HEAD + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("split TE", HEAD + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
        all.put("TE folded", HEAD + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n");
        all.put("TE in HTTP/1.0", "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("TE with blank before colon", HEAD + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
        all.put("TE with tab before colon", HEAD + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n");
        all.put("TE after bare CR", HEAD + "X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("TE after bare LF", HEAD + "X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    private static void chunks(Map<String, String> all) {
        for (String size : new String[] {
            "+0",
            "-0",
            "0x0",
            "0X0",
            " 0",
            "0 ",
            "0\t",
            "",
            "g",
            "0g",
            "0;",
            "0;;",
            "0;=",
            "0;a=",
            "0; a=b",
            "0 ;a=b",
            "0;a b",
            "0;a=\"b\"",
            "0;a=\"\n\"",
            "0;a=\"b",
            "0;a\nb",
            "0;\r",
            "0;a\rb",
            "0;a\0b",
            "0\n",
            "0\0",
            "0,",
            "0.",
            "0_0",
            "0h",
            "#",
            "0000000000000000",
            "8000000000000000",
            "ffffffffffffffff",
            "10000000000000000",
            "10000000000000001",
            "１",
            "0;" + "a".repeat(300)
        }) {
            all.put("chunk size '" + shown(size) + "'", CHUNKED + size + "\r\n\r\n");
        }
        all.put("chunk size ended by LF", CHUNKED + "3\nabc\r\n0\r\n\r\n");
        all.put("chunk size ended by CR", CHUNKED + "3\rabc\r\n0\r\n\r\n");
        all.put("chunk longer than its size", CHUNKED + "3\r\nabcd\r\n0\r\n\r\n");
        all.put("chunk shorter than its size", CHUNKED + "5\r\nabc\r\n0\r\n\r\n");
        all.put("chunk without line end", CHUNKED + "3\r\nabc0\r\n\r\n");
        all.put("chunk ended by LF", CHUNKED + "3\r\nabc\n0\r\n\r\n");
        all.put("chunk ended by CR", CHUNKED + "3\r\nabc\r0\r\n\r\n");
        all.put("last chunk ended by LF", CHUNKED + "0\r\n\n");
        all.put("trailer folded", CHUNKED + "0\r\nX: y\r\n z\r\n\r\n");
        all.put("trailer with CL", CHUNKED + "0\r\nContent-Length: 5\r\n\r\n");
        all.put("trailer with TE", CHUNKED + "0\r\nTransfer-Encoding: chunked\r\n\r\n");
        all.put("trailer with Host", CHUNKED + "0\r\nHost: b\r\n\r\n");
        all.put("trailer without colon", CHUNKED + "0\r\nfoo\r\n\r\n");
        all.put("trailer with blank before colon", CHUNKED + "0\r\nfoo : bar\r\n\r\n");
        all.put("many small extensions", CHUNKED + ("1;" + "a".repeat(200) + "\r\nx\r\n").repeat(200) + "0\r\n\r\n");
    }

    private static void requestLines(Map<String, String> all) {
        for (String line : new String[] {
            "GET",
            "GET ",
            "GET /echo",
            "GET /echo ",
            "GET  /echo HTTP/1.1",
            "GET /echo  HTTP/1.1",
            "GET /echo HTTP/1.1 ",
            " GET /echo HTTP/1.1",
            "\tGET /echo HTTP/1.1",
            "GET\t/echo\tHTTP/1.1",
            "GET /echo\tHTTP/1.1",
            "GET /ec ho HTTP/1.1",
            "GET /echo HTTP/11",
            "GET /echo HTTP/1.",
            "GET /echo HTTP/1",
            "GET /echo http/1.1",
            "GET /echo HTTP /1.1",
            "GET /echo HTTP/1.1\0",
            "GET /echo HTTP/+1.1",
            "GET /echo HTTP/1.1.1",
            "GET /echo HTTPS/1.1",
            "GET /echo HTTP/01.1",
            "GET /ec\0ho HTTP/1.1",
            "GET /ec\u0007ho HTTP/1.1",
            "GET /ec\u007fho HTTP/1.1",
            "GET /echo#f HTTP/1.1",
            "GET echo HTTP/1.1",
            "GET * HTTP/1.1",
            "GET ftp://a/echo HTTP/1.1",
            "GET http:/echo HTTP/1.1",
            "GET http:///echo HTTP/1.1",
            "GET http://a b/echo HTTP/1.1",
            "GET http://u@a/echo HTTP/1.1",
            "CONNECT a:80 HTTP/1.1",
            "G:T /echo HTTP/1.1",
            "G\"T /echo HTTP/1.1",
            "G(T) /echo HTTP/1.1",
            "\u00c9 /echo HTTP/1.1",
            "M".repeat(33) + " /echo HTTP/1.1",
            "GET /echo?a=%4 HTTP/1.1",
            "GET /echo?a=% HTTP/1.1",
            "GET /echo?a=%zz HTTP/1.1",
            "GET /echo?a=%+1 HTTP/1.1",
            "\u0016\u0003\u0001\u0002\u0000\u0001"
        }) {
            all.put("line '" + shown(line) + "'", line + "\r\nHost: a\r\n\r\n");
        }
        all.put("two empty lines first", "\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
        all.put("LF first", "\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
        all.put("CR first", "\rGET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
        all.put("request line ended by LF", "GET /echo HTTP/1.1\nHost: a\r\n\r\n");
        all.put("request line ended by CR", "GET /echo HTTP/1.1\rHost: a\r\n\r\n");
        all.put("request line ended by CR CR LF", "GET /echo HTTP/1.1\r\r\nHost: a\r\n\r\n");
        all.put("HTTP/0.9", "GET /echo\r\n");
    }

    private static void fields(Map<String, String> all) {
        for (String field : new String[] {
            "X",
            "X y",
            ": y",
            " X: y",
            "\tX: y",
            "X : y",
            "X\t: y",
            "X\0: y",
            "X\0Y: y",
            "X\r: y",
            "X\u000b: y",
            "X Y: y",
            "(X): y",
            "X\u00e9: y",
            "X\u007f: y",
            "\"X\": y",
            "X: a\0b",
            "X: a\rb",
            "X: a\u0001b",
            "X: a\u007fb",
            "X: a\u000bb",
            "X: a\u000cb",
            "X: a\u001bb",
            "X: a\r\n b",
            "X: a\r\n\tb",
            "X: a\r\n \r\nY: b",
            "X: a\n",
            "X: a\r",
            "X@Y: b",
            "X=Y: b",
            "X/Y: b",
            "X;Y: b",
            "Content-Length\0: 0",
            "Content-Length : 0",
            "Transfer\u00adEncoding: chunked"
        }) {
            all.put("field '" + shown(field) + "'", "GET /echo HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n");
        }
        all.put("head ended by LF", "GET /echo HTTP/1.1\r\nHost: a\r\n\n");
        all.put("head ended by LF LF", "GET /echo HTTP/1.1\r\nHost: a\n\n");
        all.put("blank line as the first field", "GET /echo HTTP/1.1\r\n \r\nHost: a\r\n\r\n");
        all.put("two Authorization", HEAD + "Authorization: Basic YTpi\r\nAuthorization: Basic YTpj\r\n\r\n");
    }

    private static void hosts(Map<String, String> all) {
        all.put("no Host", "GET /echo HTTP/1.1\r\n\r\n");
        all.put("two Hosts", "GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        all.put("two Hosts that agree", "GET /echo HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n");
        all.put("two Hosts in HTTP/1.0", "GET /echo HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
        for (String host :
                new String[] {"a b", "a,b", "a/b", "a?b", "a#b", "u@a", "a\\b", "\u00e9", "<a>", "a\"b", "a\tb"}) {
            all.put("Host '" + host + "'", "GET /echo HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        }
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), 60)).toCharArray()) {
            shown.append(c < ' ' || c >= 127 ? "<" + (int) c + ">" : "" + c);
        }
        return shown.toString();
    }
}
