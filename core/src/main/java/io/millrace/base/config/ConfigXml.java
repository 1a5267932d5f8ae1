package io.millrace.base.config;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one file as it is written: nothing is merged or substituted. Document types, and with them entities of one's own, are refused. */
final class ConfigXml {
    private static final Set<String> ROOTS = Set.of("clickhouse", "yandex");
    private static final int MAX_DEPTH = 128;

    private final Path file;
    private final XMLStreamReader reader;

    private ConfigXml(Path file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * @throws DbException CANNOT_LOAD_CONFIG with the file, the line and what is wrong
     */
    static ConfigTree read(Path file, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            return new ConfigXml(file, reader).root();
        } catch (XMLStreamException e) {
            String text = String.valueOf(e.getMessage());
            String reason = text.substring(text.indexOf("Message: ") < 0 ? 0 : text.indexOf("Message: ") + 9);
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DbException(
                    ErrorCode.CANNOT_LOAD_CONFIG,
                    "The configuration " + file + ", line " + line + ", is not valid XML: " + reason);
        }
    }

    private ConfigTree root() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw failed("has a document type. Remove the line with <!DOCTYPE");
            }
        }
        if (!ROOTS.contains(reader.getLocalName())) {
            throw failed("begins with <" + reader.getLocalName() + ">. The outermost element must be <clickhouse>");
        }
        ConfigTree root = element(0);
        while (reader.hasNext()) {
            reader.next();
        }
        return new ConfigTree("clickhouse", root.attributes(), root.text(), root.children(), root.origin());
    }

    private ConfigTree element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw failed("is nested deeper than " + MAX_DEPTH + " elements");
        }
        String name = reader.getLocalName();
        String origin = file + ":" + reader.getLocation().getLineNumber();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<ConfigTree> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw failed("uses the unknown entity &" + reader.getLocalName() + ";");
                case XMLStreamConstants.END_ELEMENT -> {
                    return new ConfigTree(name, attributes, text.toString().strip(), children, origin);
                }
                default -> {}
            }
        }
    }

    private DbException failed(String what) {
        return new DbException(
                ErrorCode.CANNOT_LOAD_CONFIG,
                "The configuration " + file + ", line " + reader.getLocation().getLineNumber() + ", " + what);
    }
}
