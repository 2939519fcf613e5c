package org.openwash.ingest;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jdom2.output.XMLOutputter;
import org.openwash.domain.UnreadableArticleException;

/// Parses a feed without ever looking beyond it: no document type, no entities, no network. For one thread.
final class FeedParser {

    /// The tree for what the library leaves out: days as they were written, and foreign elements.
    record Parsed(Document tree, SyndFeed feed) {

        /// The first item or entry, of a feed that has one.
        Element entry() {
            return FeedParser.entry(tree).orElseThrow();
        }
    }

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> PROSE = Set.of("title", "description", "encoded", "summary", "content");

    private final SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    private final SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);

    FeedParser() {
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    }

    Parsed parse(String xml) throws UnreadableArticleException {
        try {
            Document tree = builder.build(new StringReader(xml));
            entry(tree).ifPresent(entry -> entry.getChildren().stream()
                    .filter(child -> PROSE.contains(child.getName()))
                    .forEach(FeedParser::flatten));
            return new Parsed(tree, input.build(tree));
        } catch (JDOMException e) {
            String said = String.valueOf(e.getMessage()).replaceFirst("^Error on line \\d+: ", "");
            throw new UnreadableArticleException("broken XML: " + Excerpt.of(said, 100), "");
        } catch (FeedException | IllegalArgumentException e) { // so the library says that it knows no such form
            throw new UnreadableArticleException("a feed of an unknown form: " + Excerpt.of(String.valueOf(e.getMessage())), "");
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    private static Optional<Element> entry(Document tree) {
        return tree.getRootElement().getChildren().stream()
                .flatMap(child -> ENTRIES.contains(child.getName()) ? Stream.of(child) : child.getChildren().stream())
                .filter(child -> ENTRIES.contains(child.getName()))
                .findFirst();
    }

    /// Markup that was not escaped is text to the library, which would leave the words in it out.
    private static void flatten(Element prose) {
        String type = prose.getAttributeValue("type", "");
        if (!prose.getChildren().isEmpty() && !type.contains("xhtml") && !type.contains("xml")) {
            prose.setText(new XMLOutputter().outputElementContentString(prose));
            prose.setAttribute("type", "html");
        }
    }
}
