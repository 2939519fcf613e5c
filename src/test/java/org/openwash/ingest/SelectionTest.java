package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final Set<String> WANTED = Set.of("in/a.txt", "in/f.jsonl#L7", "in/z.zip!/x/b.html", "in/w.warc.gz",
            "in/z.zip!/c.jsonl#L2");

    @ParameterizedTest
    @CsvSource({
            "in/a.txt,        true",
            "in/b.txt,        false",
            "in/a,            false", // the beginning of a name is another name
            "in/f.jsonl,      true",
            "in/f.json,       false",
            "in/z.zip,        true",
            "in/w.warc.gz,    true",
            "in/w.warc,       false",
            "a.txt,           false"})
    void onlyFilesThatHoldSomethingWantedAreOpened(String file, boolean opened) {
        assertThat(Selection.of(WANTED).opens(file)).isEqualTo(opened);
        assertThat(Selection.all().opens(file)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "in/a.txt,                true",
            "in/f.jsonl#L7,           true",
            "in/f.jsonl#L8,           false", // was read
            "in/f.jsonl#L70,          false",
            "in/z.zip!/x/b.html,      true",
            "in/z.zip!/x/a.html,      false",
            "in/z.zip!/c.jsonl#L2,    true",
            "in/z.zip!/c.jsonl#L3,    false",
            "in/w.warc.gz#12,         true"}) // the archive itself could not be read to its end
    void onlyWhatWasBrokenIsTaken(String source, boolean taken) {
        assertThat(Selection.of(WANTED).takes(source)).isEqualTo(taken);
        assertThat(Selection.all().takes(source)).isTrue();
    }

    @Test
    void whatWasNotMetIsNotForgotten() {
        Selection selection = Selection.of(WANTED);
        selection.takes("in/a.txt");
        selection.takes("in/w.warc.gz#3");
        assertThat(selection.missed()).containsExactly("in/f.jsonl#L7", "in/z.zip!/c.jsonl#L2", "in/z.zip!/x/b.html");
        assertThat(Selection.all().missed()).isEmpty();
    }
}
