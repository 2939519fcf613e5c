package org.openwash;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Makes pages as news sites send them, of invented words: around an article of some 2.5 kilobytes stand head, scripts,
/// styles, menus, teasers, readers' comments and a footer. A page has 89 kilobytes, of which 23 are scripts and styles and
/// 9 text, with 780 elements and 1,400 attributes: about what real news pages have, the middle one of which is a little longer.
final class NewsPage {

    private final List<String> sentences;
    private final Random random;
    private final StringBuilder page = new StringBuilder(100_000);

    private NewsPage(List<String> sentences, int number) {
        this.sentences = sentences;
        random = new Random(number);
    }

    /// @param sentences of which all is made that is not the article
    /// @param article   its paragraphs, a line each
    static String of(int number, String article, List<String> sentences) {
        var news = new NewsPage(sentences, number);
        String title = news.words(9);
        String day = LocalDate.of(2024, 1, 1).plusDays(number % 365).toString();
        news.head(number, title, day);
        news.top();
        news.article(title, day, article);
        news.below();
        return news.page.toString();
    }

    private void head(int number, String title, String day) {
        String address = "https://tidings.example/" + day.replace('-', '/') + "/town/story-" + number + ".html";
        page.append("<!DOCTYPE html>\n<html lang=\"en-GB\" class=\"no-js page-story\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(title).append(" | The Tidings</title>\n<link rel=\"canonical\" href=\"").append(address).append("\">\n");
        meta("property", "og:title", title);
        meta("property", "og:url", address);
        meta("property", "og:site_name", "The Tidings");
        meta("property", "article:published_time", day + "T08:30:00Z");
        meta("name", "description", sentence());
        for (int k = 0; k < 25; k++) {
            meta("name", "tidings:" + word() + "-" + word(), number());
        }
        for (int k = 0; k < 20; k++) {
            page.append("<link rel=\"preload\" as=\"script\" crossorigin=\"anonymous\" href=\"https://static.tidings.example/assets/")
                    .append(number()).append('/').append(word()).append(".js\">\n");
        }
        page.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"")
                .append(title).append("\",\"url\":\"").append(address).append("\",\"datePublished\":\"").append(day)
                .append("T08:30:00Z\",\"dateModified\":\"").append(day).append("T10:05:00Z\",\"author\":[{\"@type\":\"Person\",")
                .append("\"name\":\"Edda Fennimore\"}],\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Tidings\",\"logo\":")
                .append("{\"@type\":\"ImageObject\",\"url\":\"https://static.tidings.example/logo.png\",\"width\":600}},\"description\":\"")
                .append(sentence()).append("\",\"keywords\":[\"").append(word()).append("\",\"").append(word())
                .append("\"]}</script>\n<style>");
        for (int k = 0; k < 90; k++) {
            page.append(".c-").append(word()).append("__").append(word()).append("{margin:0 auto;padding:").append(k)
                    .append("px 12px;color:#23282d;display:flex}");
        }
        page.append("</style>\n");
        script(150);
        page.append("</head>\n<body class=\"single single-story has-menu\" data-page-id=\"").append(number).append("\">\n");
    }

    private void meta(String attribute, String name, String content) {
        page.append("<meta ").append(attribute).append("=\"").append(name).append("\" content=\"").append(content).append("\">\n");
    }

    private void script(int settings) {
        page.append("<script>window.site=window.site||{};(function(w,d){var s={");
        for (int k = 0; k < settings; k++) {
            page.append("\"").append(word()).append("\":{\"on\":true,\"rank\":").append(random.nextInt(100)).append(",\"id\":\"")
                    .append(number()).append("\"},");
        }
        page.append("};if(w.a<3&&d.b){w.site.push(s)}})(window,document);</script>\n");
    }

    private void top() {
        page.append("<header class=\"site-header site-header--sticky\" role=\"banner\">\n<div class=\"site-header__inner\">\n<nav class=\"main-nav\" aria-label=\"Sections\"><ul class=\"menu menu--level-0\">\n");
        menu(60);
        page.append("</ul></nav>\n</div>\n</header>\n<!-- /header -->\n");
        script(40);
    }

    private void menu(int entries) {
        for (int k = 0; k < entries; k++) {
            page.append("  <li class=\"menu__item menu-item-type-taxonomy menu-item-").append(number()).append("\">\n    <a class=\"menu__link\" data-track=\"nav|")
                    .append(word()).append("\" href=\"https://tidings.example/section/").append(word()).append("/\"><span class=\"menu__label\">")
                    .append(words(2)).append("</span></a>\n  </li>\n");
        }
    }

    private void article(String title, String day, String text) {
        page.append("<main id=\"page\" class=\"layout layout--story\">\n<div class=\"layout__main\">\n<article class=\"story\" data-story-type=\"news\">\n<header class=\"story__header\">\n<h1 class=\"story__headline\">")
                .append(title).append("</h1>\n<p class=\"story__standfirst\">").append(sentence())
                .append("</p>\n<div class=\"story__byline\"><span class=\"byline\">By <a href=\"/people/edda-fennimore\" rel=\"author\">Edda Fennimore</a></span>\n<time class=\"story__date\" datetime=\"")
                .append(day).append("T08:30:00Z\">").append(day).append("</time></div>\n<ul class=\"share share--top\">");
        for (int k = 0; k < 5; k++) {
            page.append("<li class=\"share__item\"><a class=\"share__link\" href=\"https://share.example/?n=").append(k)
                    .append("\" target=\"_blank\" rel=\"noopener\"><svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\"><path d=\"M")
                    .append("12 2c5.5 0 10 4.5 10 10s-4.5 10-10 10".repeat(4)).append("z\"/></svg></a></li>");
        }
        page.append("</ul>\n</header>\n");
        picture();
        page.append("<div class=\"story__content\">\n");
        int paragraph = 0;
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            page.append("<p class=\"story__paragraph\">").append(line.replace("&", "&amp;").replace("<", "&lt;")).append("</p>\n");
            if (++paragraph % 3 == 0) {
                page.append("<div class=\"ad ad--inline\" data-slot=\"inline-").append(paragraph).append("\" aria-hidden=\"true\"></div>\n");
                script(4);
            }
        }
        page.append("</div>\n</article>\n");
    }

    private void picture() {
        page.append("<figure class=\"picture\"><picture>");
        for (int width : new int[] {320, 640, 960, 1280}) {
            page.append("<source media=\"(min-width: ").append(width).append("px)\" srcset=\"https://pictures.tidings.example/")
                    .append(number()).append("/").append(width).append(".jpg 1x, https://pictures.tidings.example/").append(number())
                    .append("/").append(2 * width).append(".jpg 2x\">");
        }
        page.append("<img class=\"picture__image\" loading=\"lazy\" alt=\"").append(words(6))
                .append("\" src=\"https://pictures.tidings.example/").append(number()).append(".jpg\" width=\"640\" height=\"360\"></picture>")
                .append("<figcaption class=\"picture__caption\">").append(words(8)).append("</figcaption></figure>\n");
    }

    private void below() {
        page.append("<section class=\"comments\" id=\"comments\"><h2>Comments</h2>\n");
        for (int k = 0; k < 12; k++) {
            page.append("<div class=\"comment\" id=\"comment-").append(k).append("\"><span class=\"comment__name\">").append(word())
                    .append("</span> <time datetime=\"2024-02-03T04:05:06Z\">").append(k).append(" hours ago</time><p>")
                    .append(sentence()).append("</p><button type=\"button\" class=\"comment__reply\" data-id=\"").append(number())
                    .append("\">Reply</button></div>\n");
        }
        page.append("</section>\n</div>\n<aside class=\"layout__side\"><h2>More stories</h2>\n");
        for (int k = 0; k < 24; k++) {
            page.append("<div class=\"card card--small\" data-track=\"card|").append(k).append("\"><a class=\"card__link\" href=\"https://tidings.example/2024/")
                    .append(number()).append("\">");
            picture();
            page.append("<h3 class=\"card__title\">").append(words(8)).append("</h3></a><p class=\"card__text\">").append(words(14))
                    .append("</p></div>\n");
        }
        page.append("</aside>\n</main>\n<footer class=\"site-footer\"><ul class=\"menu menu--footer\">\n");
        menu(40);
        page.append("</ul><p class=\"site-footer__note\">© 2024 The Tidings. All rights reserved.</p></footer>\n");
        for (int k = 0; k < 12; k++) {
            page.append("<script async src=\"https://static.tidings.example/").append(number()).append(".js\"></script>\n");
        }
        script(150);
        page.append("</body>\n</html>\n");
    }

    private String sentence() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private String words(int count) {
        String sentence = sentence();
        int end = -1;
        for (int k = 0; k < count && (k == 0 || end >= 0); k++) {
            end = sentence.indexOf(' ', end + 1);
        }
        return end < 0 ? sentence.replaceFirst("\\.$", "") : sentence.substring(0, end);
    }

    private String word() {
        String sentence = sentence();
        int start = sentence.indexOf(' ') + 1;
        return sentence.substring(start, sentence.indexOf(' ', start));
    }

    private String number() {
        return Integer.toString(100_000 + random.nextInt(900_000));
    }
}
