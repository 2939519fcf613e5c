package org.openwash.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.DataFile;

/// Tells the lines at the top and bottom of pages that belong to the document and not to its text: running titles,
/// names, page numbers. They stand at one height on several pages and differ in nothing but numbers, or look like a
/// page number (`pdf-page-numbers.txt`).
final class PdfMargins {

    /// So many lines from the edge may be running ones.
    private static final int FROM_EDGE = 3;
    private static final float SAME_HEIGHT = 3;
    private static final int LONGEST = 200;
    /// Pages that hold little else than what stands on others too (forms, copies) are left as they are.
    private static final double MOST_OF_PAGE = 0.5;

    private record Running(String words, int height) {}

    private final Set<String> pageNumbers;

    private PdfMargins(Set<String> pageNumbers) {
        this.pageNumbers = Set.copyOf(pageNumbers);
    }

    static PdfMargins load() {
        Set<String> forms = new HashSet<>();
        DataFile.rowsBelowHeader("text/pdf-page-numbers.txt", 1).forEach(row -> forms.add(row.cell(0)));
        return new PdfMargins(forms);
    }

    /// The pages without their running lines.
    List<List<PdfLine>> without(List<List<PdfLine>> pages) {
        Map<Running, Integer> counts = new HashMap<>();
        for (List<PdfLine> page : pages) {
            var onPage = new HashSet<Running>();
            edges(page).forEach(line -> onPage.addAll(near(line)));
            onPage.forEach(running -> counts.merge(running, 1, Integer::sum));
        }
        int enough = pages.size() <= 5 ? 2 : 3;
        List<List<PdfLine>> kept = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            Set<PdfLine> dropped = new HashSet<>();
            for (PdfLine line : edges(page)) {
                boolean repeated = near(line).stream().anyMatch(r -> counts.getOrDefault(r, 0) >= enough);
                if (repeated || pageNumbers.contains(words(line))) {
                    dropped.add(line);
                }
            }
            boolean most = letters(dropped) > MOST_OF_PAGE * letters(page);
            kept.add(most ? page : page.stream().filter(line -> !dropped.contains(line)).toList());
        }
        return kept;
    }

    private static int letters(Collection<PdfLine> lines) {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    /// The lines nearest to the upper and lower edge of a page.
    private static List<PdfLine> edges(List<PdfLine> page) {
        List<PdfLine> sorted = page.stream().sorted(Comparator.comparingDouble(PdfLine::bottom)).toList();
        var heights = new ArrayList<PdfLine>(); // the first line of each height
        for (PdfLine line : sorted) {
            if (heights.isEmpty() || !heights.getLast().isBeside(line)) {
                heights.add(line);
            }
        }
        if (heights.isEmpty()) {
            return List.of();
        }
        float upper = heights.get(Math.min(FROM_EDGE, heights.size()) - 1).bottom();
        float lower = heights.get(Math.max(0, heights.size() - FROM_EDGE)).bottom();
        return sorted.stream()
                .filter(line -> line.bottom() <= upper + 1 || line.bottom() >= lower - 1)
                .filter(line -> line.text().length() <= LONGEST)
                .toList();
    }

    /// Two heights, so that neighbours share one wherever the grid happens to lie.
    private static List<Running> near(PdfLine line) {
        String words = words(line);
        int height = (int) Math.floor(line.bottom() / SAME_HEIGHT);
        return List.of(new Running(words, height), new Running(words, height + 1));
    }

    private static String words(PdfLine line) {
        String words = line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "N").replaceAll("\\s+", " ").strip();
        return words.matches("[-–— ]*[ivxl]{1,7}[-–— ]*") ? "N" : words;
    }
}
