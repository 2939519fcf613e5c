package org.openwash.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Origins;
import org.openwash.domain.Provenance;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.Sureness;

/// What a PDF says of itself: in its information dictionary, where programs write much that no person meant
/// (`pdf-not-said.tsv`), and on its first page.
///
/// The day is the one printed at the head or foot of the first page. Only where there is none is it the day on which
/// the file was made, which for most documents is that of publication or a few days before, and for pages printed from
/// the web any later one: the basis says so. The day of the last change says less still and is not used.
final class PdfMetadata {

    private enum Field { TITLE, AUTHOR }

    private static final int LONGEST = 300;
    /// A title that cannot be seen on the first page must have so many words to be believed.
    private static final int WORDS_OF_UNSEEN_TITLE = 3;
    private static final float LARGER = 1.15f;
    private static final float NEARLY_LARGEST = 0.6f;
    private static final int FEWEST_TITLE_WORDS = 3;
    private static final int MOST_TITLE_WORDS = 40;
    private static final int HEAD_LINES = 15;
    private static final int FOOT_LINES = 3;

    private final Map<Field, List<Pattern>> notSaid = new HashMap<>();
    private final Dateline dateline = new Dateline();

    PdfMetadata() {
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/pdf-not-said.tsv", 2)) {
            try {
                Field field = Field.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                notSaid.computeIfAbsent(field, f -> new ArrayList<>())
                        .add(Pattern.compile(row.cell(1), Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException e) {
                throw row.wrong("not a pattern: " + e.getDescription());
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such field: " + row.cell(0) + "; use title or author");
            }
        }
    }

    /// @param page the lines of the first page, running ones too
    Metadata of(PDDocumentInformation information, List<PdfLine> page) {
        Optional<String> title = said(Field.TITLE, information.getTitle()).filter(t -> isBelievable(t, page));
        Optional<String> author = said(Field.AUTHOR, information.getAuthor());
        Optional<LocalDate> printed = printed(page);
        Optional<LocalDate> day = printed.or(() -> made(information));
        DateBasis basis = printed.isPresent() ? DateBasis.PRINTED : day.isPresent() ? DateBasis.DOCUMENT : DateBasis.NONE;
        var document = new Provenance(DateBasis.DOCUMENT, Sureness.MEDIUM);
        var dated = day.isEmpty() ? Provenance.NONE
                : new Provenance(basis, basis == DateBasis.DOCUMENT ? Sureness.LOW : Sureness.HIGH);
        return new Metadata(null, null, title.orElse(null), author.orElse(null), day.orElse(null), null, null,
                new Origins(Provenance.NONE, Provenance.NONE, document, document, dated, Provenance.NONE));
    }

    /// The largest type on the first page, if it is a headline's worth of words.
    Optional<String> headline(List<PdfLine> page, float textSize) {
        List<List<PdfLine>> runs = new ArrayList<>();
        PdfLine before = null;
        for (PdfLine line : page) {
            if (before == null || !before.hasSizeOf(line) || line.bottom() - before.bottom() > 2 * line.size()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(line);
            before = line;
        }
        List<List<PdfLine>> large = runs.stream()
                .filter(run -> run.getFirst().size() >= LARGER * textSize && words(run) <= MOST_TITLE_WORDS)
                .filter(run -> run.stream().anyMatch(line -> line.text().codePoints().anyMatch(Character::isLetter)))
                .sorted(Comparator.comparingDouble((List<PdfLine> run) -> -run.getFirst().size())) // stable
                .toList();
        // a word or two in the largest type may be the name of the paper; of a title where nothing near it is as large
        return large.stream()
                .filter(run -> words(run) >= FEWEST_TITLE_WORDS)
                .filter(run -> run.getFirst().size() >= NEARLY_LARGEST * large.getFirst().getFirst().size())
                .findFirst()
                .or(() -> large.stream().findFirst())
                .map(run -> run.stream().map(PdfLine::text).collect(Collectors.joining(" ")));
    }

    private static int words(List<PdfLine> run) {
        return run.stream().mapToInt(line -> line.text().split(" ").length).sum();
    }

    private Optional<String> said(Field field, @Nullable String value) {
        String words = value == null || value.length() > 10 * LONGEST ? "" : Characters.line(value);
        boolean meant = !words.isEmpty() && words.length() <= LONGEST
                && words.codePoints().anyMatch(Character::isLetter)
                && notSaid.getOrDefault(field, List.of()).stream().noneMatch(p -> p.matcher(words).matches());
        return meant ? Optional.of(words) : Optional.empty();
    }

    private static boolean isBelievable(String title, List<PdfLine> page) {
        String seen = letters(page.stream().map(PdfLine::text).collect(Collectors.joining()));
        return title.split(" ").length >= WORDS_OF_UNSEEN_TITLE || seen.contains(letters(title));
    }

    private static String letters(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private Optional<LocalDate> printed(List<PdfLine> page) {
        List<String> downwards = page.stream().sorted(Comparator.comparingDouble(PdfLine::bottom)).map(PdfLine::text)
                .toList();
        int foot = Math.max(HEAD_LINES, downwards.size() - FOOT_LINES);
        var edges = new ArrayList<>(downwards.subList(0, Math.min(HEAD_LINES, downwards.size())));
        edges.addAll(downwards.subList(Math.min(foot, downwards.size()), downwards.size()));
        return dateline.in(edges);
    }

    /// The day as its maker's clock had it.
    private static Optional<LocalDate> made(PDDocumentInformation information) {
        Calendar made = information.getCreationDate();
        if (made == null) {
            return Optional.empty();
        }
        LocalDate day = made.toInstant().atZone(made.getTimeZone().toZoneId()).toLocalDate();
        boolean believable = day.getYear() >= PublicationDate.FIRST_YEAR && day.getYear() <= PublicationDate.LAST_YEAR;
        return believable ? Optional.of(day) : Optional.empty();
    }
}
