package org.openwash.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;

/// Makes copies of articles as outlets make them of agency reports, and articles that look like copies and are none. The
/// same seed gives the same.
public final class Syndicate {

    /// An article and the story it tells; what is told nowhere else has a story of its own.
    public record Labelled(Article article, String story) {}

    private static final String[][] SPELLINGS = {
        {"licence", "license"}, {"licences", "licenses"}, {"organisation", "organization"}, {"programme", "program"},
        {"colour", "color"}, {"centre", "center"}, {"behaviour", "behavior"}, {"labour", "labor"}, {"analyse", "analyze"},
        {"favour", "favor"}, {"defence", "defense"}, {"theatre", "theater"}, {"catalogue", "catalog"}, {"grey", "gray"},
        {"travelled", "traveled"}, {"realise", "realize"}, {"harbour", "harbor"}, {"neighbour", "neighbor"}, {"per cent", "percent"},
    };

    private static final String[] QUOTATIONS = {
        "\"We have said from the first day that the weights belong to everyone who wants to use them, and we will go on saying it as long"
                + " as there are people who would rather lock them away,\" the head of the laboratory told reporters on the steps of the town hall.",
        "\"It is a download with strings attached. Whoever calls it anything else has not read the fourth page, or has read it and hopes"
                + " that nobody else will,\" a lawyer for the users' association said in a statement sent out on Tuesday morning.",
        "\"Every school in the district may run it on its own machines from September, at no charge, and nobody has to ask us first,\""
                + " the ministry's spokeswoman said, adding that the rules would be looked at again after the first year.",
    };

    private final Random random;
    private final List<Article> others;
    private final List<String> vocabulary = new ArrayList<>();

    /// @param others lend words and paragraphs; must not be in the set themselves
    public Syndicate(long seed, List<Article> others) {
        random = new Random(seed);
        this.others = others;
        others.stream().limit(200).forEach(a -> vocabulary.addAll(Arrays.asList(a.text().split("\\s+"))));
    }

    /// The original, and copies of it that were each changed in two to four ways.
    public List<Labelled> copies(Article original, String story, int count) {
        var all = new ArrayList<Labelled>();
        all.add(new Labelled(original, story));
        List<UnaryOperator<List<String>>> changes = List.of(
                this::editWords, this::cutEnd, this::addParagraphs, this::credit, this::quoteOtherwise, this::spellOtherwise,
                this::reorder, this::splitAndJoin, this::dropOne);
        for (int i = 0; i < count; i++) {
            List<String> text = paragraphs(original);
            var mixed = new ArrayList<>(changes);
            Collections.shuffle(mixed, random);
            for (var change : mixed.subList(0, 2 + random.nextInt(3))) {
                text = new ArrayList<>(change.apply(text));
            }
            all.add(new Labelled(outlet(story + "-copy-" + i, text), story));
        }
        return all;
    }

    /// Two different articles with the same quotation in both.
    public List<Labelled> sharingAQuotation(Article one, Article other, String name) {
        String quotation = QUOTATIONS[random.nextInt(QUOTATIONS.length)] + " " + name;
        var all = new ArrayList<Labelled>();
        for (Article article : List.of(one, other)) {
            List<String> text = paragraphs(article);
            text.add(random.nextInt(text.size() + 1), quotation);
            all.add(new Labelled(outlet(name + "-" + all.size(), text), name + "-" + all.size()));
        }
        return all;
    }

    /// Reports that a machine fills into one of three forms, quarter after quarter, company after company.
    public Labelled earnings(int number) {
        String name = pick("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple")
                + " " + pick("Foods", "Chips", "Software", "Airlines", "Mining", "Energy", "Motors", "Data", "Health", "Media");
        String town = pick("ASHBY", "BRIGG", "CORBY", "DEREHAM", "EPSOM", "FROME", "GOOLE", "HITCHIN");
        String quarter = pick("first", "second", "third", "fiscal first", "fiscal third", "fourth");
        String text = switch (random.nextInt(3)) {
            case 0 -> ("%s (Corvane) - %s Inc. on %s reported %s-quarter earnings of $%s million.\nThe %s-based company said it had net"
                    + " income of %d cents per share. Earnings, adjusted for one-time gains and costs, came to %d cents per share."
                    + "\nThe results %s expectations. The average estimate of %s analysts was for earnings of %d cents per share."
                    + "\nThe company posted revenue of $%s million in the period, %s forecasts of $%s million.\n%s expects full-year"
                    + " revenue in the range of $%s million to $%s million.\n%s shares have %s %d%% since the beginning of the year."
                    + " In the final minutes of trading on %s, shares hit $%s, a %s of %d%% in the last 12 months.").formatted(
                    town, name, day(), quarter, amount(), town.charAt(0) + town.substring(1).toLowerCase(Locale.ROOT), cents(), cents(),
                    pick("beat", "missed", "met", "topped"), pick("three", "four", "five", "seven"), cents(), amount(),
                    pick("beating", "missing", "short of", "in line with"), amount(), name, amount(), amount(), name,
                    pick("risen", "fallen", "climbed", "dropped"), cents(), day(), amount(), pick("rise", "fall", "decline"), cents());
            case 1 -> ("%s's profit %s to $%s million in the %s quarter, the company said on %s.\nSales %s %d%% to $%s million, led by %s."
                    + " Analysts had on average expected $%s million.\nThe chief executive said the company would %s and keep its"
                    + " outlook for the year at earnings of between %d and %d cents a share.\nThe board declared a dividend of %d cents a"
                    + " share, to be paid on %s to holders of record as of %s.\nShares were %s %d%% at $%s in early trading.").formatted(
                    name, pick("rose", "fell", "slipped", "jumped"), amount(), quarter, day(), pick("rose", "fell", "edged up"), cents(),
                    amount(), pick("exports", "the new plant", "services", "its home market", "orders from abroad"), amount(),
                    pick("cut costs", "hire more people", "open two sites", "buy back shares"), cents(), cents(), cents(), day(), day(),
                    pick("up", "down"), cents(), amount());
            default -> ("%s said on %s that it earned $%s million, or %d cents a share, in its %s quarter, compared with $%s million, or"
                    + " %d cents a share, a year before.\nRevenue was $%s million, compared with $%s million a year before.\nAnalysts"
                    + " surveyed by a data provider had forecast %d cents a share on revenue of $%s million.\n%s has %s thousand employees"
                    + " and is based in %s. Its shares closed at $%s on %s.").formatted(
                    name, day(), amount(), cents(), quarter, amount(), cents(), amount(), amount(), cents(), amount(), name, cents(), town,
                    amount(), day());
        };
        return new Labelled(outlet("earnings-" + number, List.of(text.split("\n"))), "earnings-" + number);
    }

    /// The same text at the end of an article as in every article of this outlet.
    public Labelled withFooter(Article article, String outlet, String name) {
        List<String> text = paragraphs(article);
        text.add("The " + outlet + " is a newsroom owned by its readers. We do not take money from the companies that we write about, we"
                + " correct our mistakes where we made them, and we publish our accounts each spring for everybody to read.");
        text.add("About the author: Jo Marlow has written about software, libraries and the sea for the " + outlet + " since it was"
                + " founded. Before that she mended pianos. Her book on ferries is out in paperback this autumn.");
        return new Labelled(article(name, outlet, text), name);
    }

    private List<String> editWords(List<String> text) {
        double rate = 0.02 + 0.06 * random.nextDouble();
        return text.stream().map(line -> {
            String[] words = line.split(" ");
            for (int i = 0; i < words.length; i++) {
                if (random.nextDouble() < rate) {
                    words[i] = switch (random.nextInt(3)) {
                        case 0 -> vocabulary.get(random.nextInt(vocabulary.size()));
                        case 1 -> words[i] + " " + vocabulary.get(random.nextInt(vocabulary.size()));
                        default -> "";
                    };
                }
            }
            return String.join(" ", words).replaceAll(" +", " ").strip();
        }).filter(line -> !line.isEmpty()).toList();
    }

    /// Keeps from a quarter to nine tenths, at least some fifty words.
    private List<String> cutEnd(List<String> text) {
        int words = text.stream().mapToInt(line -> line.split(" ").length).sum();
        int keep = Math.max(50, (int) (words * (0.25 + 0.65 * random.nextDouble())));
        var kept = new ArrayList<String>();
        for (String line : text) {
            if (keep <= 0) {
                break;
            }
            keep -= line.split(" ").length;
            kept.add(line);
        }
        return kept;
    }

    private List<String> addParagraphs(List<String> text) {
        var longer = new ArrayList<>(text);
        int words = text.stream().mapToInt(line -> line.split(" ").length).sum();
        for (int room = (int) (0.7 * words * random.nextDouble()); room > 0; ) {
            List<String> lent = paragraphs(others.get(random.nextInt(others.size())));
            if (lent.isEmpty()) {
                continue;
            }
            String paragraph = lent.get(random.nextInt(lent.size()));
            longer.add(random.nextInt(longer.size() + 1), paragraph);
            room -= paragraph.split(" ").length;
        }
        return longer;
    }

    private List<String> credit(List<String> text) {
        var credited = new ArrayList<>(text);
        switch (random.nextInt(4)) {
            case 0 -> credited.set(0, "HAVENMOOR, " + day() + " (Corvane News Agency) - " + credited.getFirst());
            case 1 -> credited.add("(Reporting by Corvane News Agency; additional reporting by our own staff; editing by N. Pell)");
            case 2 -> credited.addFirst("By Corvane News Agency");
            default -> credited.add("This story was provided by Corvane News Agency and has been edited for length and style.");
        }
        return credited;
    }

    private List<String> quoteOtherwise(List<String> text) {
        return text.stream().map(line -> line.indexOf('"') >= 0
                ? line.replace('"', '\u201C').replace("'", "\u2019")
                : line.replace("\u201C", "\"").replace("\u201D", "\"").replace("\u2019", "'")).toList();
    }

    private List<String> spellOtherwise(List<String> text) {
        int from = random.nextInt(2);
        return text.stream().map(line -> {
            String other = line;
            for (String[] pair : SPELLINGS) {
                other = other.replaceAll("\\b" + pair[from] + "\\b", pair[1 - from]);
            }
            return other;
        }).toList();
    }

    private List<String> reorder(List<String> text) {
        var moved = new ArrayList<>(text);
        for (int i = 0; i < 1 + text.size() / 4; i++) {
            moved.add(random.nextInt(moved.size()), moved.remove(random.nextInt(moved.size())));
        }
        return moved;
    }

    private List<String> splitAndJoin(List<String> text) {
        var other = new ArrayList<String>();
        for (String line : text) {
            int stop = line.indexOf(". ", line.length() / 3);
            if (stop > 0 && random.nextInt(3) == 0) {
                other.add(line.substring(0, stop + 1));
                other.add(line.substring(stop + 2));
            } else if (!other.isEmpty() && random.nextInt(3) == 0) {
                other.set(other.size() - 1, other.getLast() + " " + line);
            } else {
                other.add(line);
            }
        }
        return other;
    }

    private List<String> dropOne(List<String> text) {
        var kept = new ArrayList<>(text);
        if (kept.size() > 3) {
            kept.remove(random.nextInt(kept.size()));
        }
        return kept;
    }

    private Article outlet(String source, List<String> text) {
        return article(source, "Outlet " + random.nextInt(400), text);
    }

    private Article article(String source, String outlet, List<String> text) {
        var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
        var metadata = new Metadata(null, outlet, "Headline of " + source, null, day, DateBasis.RECORD);
        return new Article(source, source, metadata, "Headline of " + source, "en", String.join("\n", text), "");
    }

    /// The article's lines; long ones are parted after every other sentence, as outlets do.
    private static List<String> paragraphs(Article article) {
        var all = new ArrayList<String>();
        for (String line : article.text().lines().filter(line -> !line.isBlank()).toList()) {
            String[] sentences = line.length() < 500 ? new String[] {line} : line.split("(?<=[.!?]) (?=[A-Z])");
            for (int i = 0; i < sentences.length; i += 2) {
                all.add(i + 1 < sentences.length ? sentences[i] + " " + sentences[i + 1] : sentences[i]);
            }
        }
        return all;
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String day() {
        return pick("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "March 3", "May 12", "August 9", "October 30");
    }

    private String amount() {
        return (1 + random.nextInt(990)) + "." + random.nextInt(10);
    }

    private int cents() {
        return 2 + random.nextInt(95);
    }
}
