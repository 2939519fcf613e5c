package org.openwash.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Circulation;
import org.openwash.domain.Print;
import org.openwash.testing.Samples;

class RepeatedLinesTest {

    private static final String BOX = "Jo Marlow writes about open source for this paper since it was founded.";

    private static String own(int number) {
        return "Report " + number + " tells of the boat number " + number + " and what became of it in storm " + number + " last week.";
    }

    private static Print print(int number, @Nullable String outlet, String... lines) {
        return Print.of(Samples.article("s" + number, outlet, LocalDate.of(2024, 5, 3), String.join("\n", lines)));
    }

    private static List<List<Integer>> repeated(List<Print> prints) {
        return Stories.in(prints).stream().map(Circulation::repeatedLines).toList();
    }

    private static List<Print> articles(int count, @Nullable String outlet, String line) {
        var prints = new ArrayList<Print>();
        for (int i = 0; i < count; i++) {
            prints.add(print(i, outlet, own(i), line));
        }
        return prints;
    }

    @Test
    void aLineOfFiveArticlesOfOneOutletIsRepeatedInEach() {
        assertThat(repeated(articles(5, "Tideway", BOX))).containsOnly(List.of(1));
        assertThat(repeated(articles(4, "Tideway", BOX))).containsOnly(List.of());
    }

    @Test
    void caseAndPunctuationMakeNoDifference() {
        List<Print> prints = articles(5, "Tideway", BOX);
        prints.add(print(9, "Tideway", BOX.toUpperCase().replace(".", " ..."), own(9)));
        assertThat(repeated(prints).getLast()).containsExactly(0);
    }

    @Test
    void theSameLineAtSeveralOutletsIsNotRepeated() {
        var prints = new ArrayList<Print>();
        for (int i = 0; i < 8; i++) {
            prints.add(print(i, "Outlet " + i, own(i), BOX));
        }
        assertThat(repeated(prints)).containsOnly(List.of());
    }

    @Test
    void whereTheOutletIsNotKnownNothingIsRepeated() {
        assertThat(repeated(articles(8, null, BOX))).containsOnly(List.of());
    }

    @Test
    void aShortLineMayBeSaidAnewEachTime() {
        assertThat(repeated(articles(8, "Tideway", "Licence: Apache License 2.0"))).containsOnly(List.of());
    }

    @Test
    void versionsOfOneReportDoNotMakeItsParagraphsRepeated() {
        var prints = new ArrayList<Print>();
        for (int i = 0; i < 8; i++) {
            prints.add(print(i, "Tideway", own(100), own(101), own(102), own(103), own(i)));
        }
        assertThat(repeated(prints)).containsOnly(List.of());
    }

    @Test
    void theSameArticleUnderManyAddressesCountsOnce() {
        var prints = new ArrayList<Print>();
        for (int i = 0; i < 8; i++) {
            prints.add(print(i, "Tideway", own(1), BOX));
        }
        assertThat(repeated(prints)).containsOnly(List.of());
    }

    @Test
    void whatIsRepeatedMakesNoCopies() {
        String footer = BOX + " " + BOX.replace("founded", "sold") + " The paper belongs to its readers and takes no money from those that"
                + " it writes about, which is said here at some length so that it is longer than the report.";
        var prints = new ArrayList<Print>();
        for (int i = 0; i < 5; i++) {
            prints.add(print(i, "Tideway", own(i), own(10 + i), own(20 + i), own(30 + i), footer));
        }
        prints.add(print(5, "Tideway", own(5), own(15), footer, footer.replace("said here", "said")));
        assertThat(Stories.in(prints)).extracting(Circulation::story).doesNotHaveDuplicates();
    }
}
