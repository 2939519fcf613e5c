package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyTest {

    /// Figures as published, so to three digits.
    private static final double PUBLISHED = 0.0005;

    /// Artstein and Poesio 2008, "Inter-Coder Agreement for Computational Linguistics", the example with two coders who put
    /// 100 utterances into two categories: kappa 0.348.
    @Test
    void kappaIsThatOfArtsteinAndPoesio() {
        var units = new ArrayList<List<String>>();
        units.addAll(Collections.nCopies(20, List.of("statement", "statement")));
        units.addAll(Collections.nCopies(20, List.of("statement", "request")));
        units.addAll(Collections.nCopies(10, List.of("request", "statement")));
        units.addAll(Collections.nCopies(50, List.of("request", "request")));
        Study study = Study.of("utterances", units);
        assertThat(study.units()).isEqualTo(100);
        assertThat(study.observed().orElseThrow()).isEqualTo(0.7);
        assertThat(study.kappa().orElseThrow()).isEqualTo(0.348, within(PUBLISHED));
    }

    /// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", examples A (binary), B (nominal, two observers) and
    /// C (nominal, four observers, missing data). A dot is a unit that the observer did not see.
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.095, 0 1 0 0 0 0 0 0 1 0 / 1 1 1 0 0 1 0 0 0 0
            0.692, a a b b d c c c e d d a / b a b b b c c c e d d d
            0.743, 1 2 3 3 2 1 4 1 2 . . . / 1 2 3 3 2 2 4 1 2 5 . 3 / . 3 3 3 2 3 4 2 2 5 1 . / 1 2 3 3 2 4 4 1 2 5 1 .
            """)
    void alphaIsThatOfKrippendorff(double alpha, String observers) {
        List<String[]> values = Stream.of(observers.split(" / ")).map(line -> line.split(" ")).toList();
        List<List<String>> units = IntStream.range(0, values.getFirst().length)
                .mapToObj(unit -> values.stream().map(v -> v[unit].equals(".") ? null : v[unit]).toArray(String[]::new))
                .map(Arrays::asList).toList();
        assertThat(Study.of("units", values.size(), units).alpha().orElseThrow()).isEqualTo(alpha, within(PUBLISHED));
    }

    @Test
    void whatIsNotDefinedIsNotInvented() {
        Study same = Study.of("same", List.of(List.of("a", "a"), List.of("a", "a")));
        assertThat(same.observed()).hasValue(1);
        assertThat(same.kappa()).isEmpty();
        assertThat(same.alpha()).isEmpty();
        assertThat(Study.of("none", List.of()).observed()).isEmpty();
    }

    @Test
    void perfectAgreementIsOne() {
        Study study = Study.of("perfect", List.of(List.of("a", "a"), List.of("b", "b")));
        assertThat(study.kappa()).hasValue(1);
        assertThat(study.alpha()).hasValue(1);
    }
}
