package org.openwash.text;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Takes a web page apart into what it says of itself and the text of its article.
final class HtmlReader {

    /// Deeper nesting than any page needs; keeps every walk over the tree short of the stack's end.
    private static final int DEEPEST = 256;

    private final PageMetadata metadata = PageMetadata.load();
    private final ArticleBlock articleBlock;

    HtmlReader(BlockNames names) {
        this.articleBlock = new ArticleBlock(names);
    }

    Draft read(String html) {
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        PageMetadata.Found said = metadata.of(page); // first: finding the text takes the page to pieces
        return new Draft(said.metadata(), Optional.empty(), PageLines.of(articleBlock.in(page)), said.note());
    }
}
