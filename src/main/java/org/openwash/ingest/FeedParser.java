package org.openwash.ingest;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
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

    /// The tree for what the library leaves out, such as foreign elements.
    ///
    /// @param dates the elements of the entry that hold one; the library would make them moments of another time zone
    record Parsed(Document tree, SyndFeed feed, List<Element> dates) {

        /// The first item or entry, of a feed that has one.
        Element entry() {
            return FeedParser.entry(tree).orElseThrow();
        }
    }

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> DATES =
            Set.of("pubDate", "published", "issued", "date", "created", "updated", "modified");
    private static final Set<String> PROSE = Set.of("title", "description", "encoded", "summary", "content");

    private final SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    private final SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);

    FeedParser() {
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        // meant for entities, but counts long texts too
        builder.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        builder.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    }

    /// @param xml as [FeedScanner] writes it
    Parsed parse(String xml) throws UnreadableArticleException {
        Document tree = tree(xml);
        List<Element> dates = new ArrayList<>();
        entry(tree).ifPresent(entry -> {
            entry.getChildren().stream().filter(child -> PROSE.contains(child.getName()))
                    .forEach(FeedParser::flatten);
            entry.getChildren().stream().filter(child -> DATES.contains(child.getName())).forEach(dates::add);
            dates.forEach(Element::detach);
        });
        SyndFeed feed = understood(tree);
        if (feed.getEntries().isEmpty() && entry(tree).isPresent()) {
            throw new UnreadableArticleException("a feed of an unknown form: its entries are in no known place", "");
        }
        return new Parsed(tree, feed, dates);
    }

    private Document tree(String xml) throws UnreadableArticleException {
        try {
            return builder.build(new StringReader(xml));
        } catch (JDOMException | IllegalArgumentException e) { // the latter of names that XML allows, the tree not
            String said = String.valueOf(e.getMessage()).replaceFirst("^Error on line \\d+: ", "");
            throw new UnreadableArticleException("broken XML: " + Excerpt.of(said, 100), "");
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /// The library trusts feeds to hold what their form asks for, and fails in many ways where they do not.
    private SyndFeed understood(Document tree) throws UnreadableArticleException {
        try {
            return input.build(tree);
        } catch (FeedException | RuntimeException e) {
            String said = Excerpt.of(String.valueOf(e.getMessage()));
            throw new UnreadableArticleException("a feed of an unknown form: " + said, "");
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
