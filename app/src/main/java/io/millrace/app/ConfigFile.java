package io.millrace.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A ClickHouse configuration file in XML: elements are looked up by path, such as {@code users/default/password}. What
 * nobody asks for is ignored. Document types and external entities are refused. Immutable.
 */
final class ConfigFile {
    private static final int CANNOT_LOAD_CONFIG = 318;

    private final Optional<Element> root;

    private ConfigFile(Optional<Element> root) {
        this.root = root;
    }

    static ConfigFile empty() {
        return new ConfigFile(Optional.empty());
    }

    static ConfigFile read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new ConfigFile(Optional.of(parser().parse(in).getDocumentElement()));
        } catch (IOException e) {
            throw new StartFailure(
                    CANNOT_LOAD_CONFIG,
                    "cannot read the configuration " + file + ": " + e,
                    "Check the path and its permissions.");
        } catch (SAXException | ParserConfigurationException e) {
            throw new StartFailure(
                    CANNOT_LOAD_CONFIG,
                    "the configuration " + file + " is not valid XML: " + e.getMessage(),
                    "Correct it, or start without it.");
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser;
    }

    /** The text of the first element at a path below the root. */
    Optional<String> text(String path) {
        return all(path).stream().findFirst();
    }

    /** The texts of all elements at a path. */
    List<String> all(String path) {
        List<Element> found = new ArrayList<>();
        root.ifPresent(found::add);
        for (String name : path.split("/", -1)) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element e && e.getTagName().equals(name)) {
                        next.add(e);
                    }
                }
            }
            found = next;
        }
        return found.stream().map(e -> e.getTextContent().strip()).toList();
    }

    /** A number at a path. */
    Optional<Long> number(String path) {
        return text(path).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new StartFailure(
                        CANNOT_LOAD_CONFIG,
                        "the configuration says '" + text + "' for " + path + ", which is not a number.",
                        "Correct it, or leave it out.");
            }
        });
    }
}
