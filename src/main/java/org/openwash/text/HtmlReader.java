package org.openwash.text;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.openwash.domain.UnreadableArticleException;

/// Takes a web page apart into what it says of itself and the text of its article.
final class HtmlReader {

    /// Deeper nesting than any page needs; keeps every walk over the tree short of the stack's end.
    private static final int DEEPEST = 256;
    /// The longest pages of the web have some tens of thousands. A tag with a word in it takes 250 bytes of memory while
    /// the article is looked for.
    private static final int MOST_TAGS = 250_000;

    private final PageMetadata metadata = PageMetadata.load();
    private final ArticleBlock articleBlock;

    HtmlReader(BlockNames names) {
        this.articleBlock = new ArticleBlock(names);
    }

    Draft read(String html) throws UnreadableArticleException {
        if (tags(html) > MOST_TAGS) {
            throw new UnreadableArticleException("a page with more than " + MOST_TAGS + " tags", "");
        }
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        PageMetadata.Found said = metadata.of(page); // first: finding the text takes the page to pieces
        return new Draft(said.metadata(), Optional.empty(), PageLines.of(articleBlock.in(page)), said.note());
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            tags += Character.isLetter(html.charAt(at + 1)) ? 1 : 0;
        }
        return tags;
    }
}
