package org.openwash.text;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.openwash.domain.Metadata;

/// Takes a web page apart into what it says of itself and the text of its article.
final class HtmlReader {

    /// Deeper nesting than any page needs; keeps every walk over the tree short of the stack's end.
    private static final int DEEPEST = 256;

    private final PageMetadata metadata = PageMetadata.load();
    private final BlockNames names;
    private final ArticleBlock articleBlock;

    HtmlReader(BlockNames names) {
        this.names = names;
        this.articleBlock = new ArticleBlock(names);
    }

    Draft read(String html) {
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        PageMetadata.Found said = metadata.of(page); // first: finding the text takes the page to pieces
        return new Draft(said.metadata(), Optional.empty(), PageLines.of(articleBlock.in(page)), said.note());
    }

    /// All of it is the article, however short: nothing is looked for, and only what is never text is left out.
    Draft fragment(String html) {
        Element body = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST)).body();
        names.dropped().forEach(never -> body.select(never).remove());
        return new Draft(Metadata.UNKNOWN, Optional.empty(), PageLines.of(List.of(body)), "");
    }
}
