package io.millrace.http.rule;

import io.millrace.base.config.ConfigTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Configurations of tests, written as XML. */
final class Xml {
    private Xml() {}

    static ConfigTree config(String inner) {
        byte[] text = ("<clickhouse>" + inner + "</clickhouse>").getBytes(StandardCharsets.UTF_8);
        try {
            return tree(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalArgumentException(inner, e);
        }
    }

    private static ConfigTree tree(Element element) {
        List<ConfigTree> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(tree(inner));
            } else if (child instanceof Text written) {
                text.append(written.getData());
            }
        }
        return new ConfigTree(element.getTagName(), Map.of(), text.toString().strip(), children);
    }
}
