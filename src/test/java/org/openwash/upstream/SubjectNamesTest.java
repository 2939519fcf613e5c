package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.facts.FactBook;
import org.openwash.upstream.SubjectNames.Match;

/// Which names are ours for certain, and why others are not.
class SubjectNamesTest {

    private static final FactBook BOOK = Samples.base();
    private static final SubjectNames NAMES = new SubjectNames(BOOK, new Makers(BOOK));

    @ParameterizedTest(name = "{0} by {1} is {2}, variant: {3}")
    @CsvSource({
        "firefly-2,              Glow,               firefly-2,    false",
        "FIREFLY 2,              Glow AI,            firefly-2,    false",
        "Firefly-2-70B-Instruct, Glow,               firefly-2,    true",
        "Firefly-2-3B-Instruct,  Glow and Nightwork, firefly-2-3b, true", // the member named, not the parent
        "Firefly_1,              'Nightwork, Glow Labs', firefly-1, false",
        "Lamp,                   Glow,               lamp,         false",
        "Wick-7B,                Nightwork,          wick,         true" // we know no maker that could be another
    })
    void aNameOfExactlyOneSubjectByItsMakerIsOurs(String name, String maker, String subject, boolean variant) {
        assertThat(NAMES.match(Samples.system(name, maker)))
                .isInstanceOfSatisfying(Match.Sure.class, sure -> {
                    assertThat(sure.subject().id()).isEqualTo(subject);
                    assertThat(sure.variant()).isEqualTo(variant);
                });
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "Cinder,           Glow,        the name has more than one meaning, ash|ember",
        "Firefly,          Glow,        the name has more than one meaning, firefly|firefly-2",
        "Glowing,          Glow,        the name has more than one meaning, firefly-1", // means it only since 2029
        "Firelight,        Glow,        which version is not clear, firefly-2",
        "Lamp-7B,          Glow,        which member of the family is not clear, lamp",
        "Firefly-2,        Other Works, the maker 'Other Works' is not known to be that of ours, firefly-2",
        "Firefly-2,        Nobody,      the maker 'Nobody' is not known to be that of ours, firefly-2",
        "Firefly-2,        '',          no maker is named, firefly-2",
        "Firefly-2-Vision, Glow,        no name of ours is the same, firefly-2|firefly",
        "Fireflies,        Glow,        '', ''",
        "Cricket,          Glow,        '', ''"
    })
    void anyDoubtIsNoMatch(String name, String maker, String reason, String near) {
        assertThat(NAMES.match(Samples.system(name, maker)))
                .isInstanceOfSatisfying(Match.Unsure.class, unsure -> {
                    assertThat(unsure.reason()).isEqualTo(reason);
                    assertThat(String.join("|", unsure.near())).isEqualTo(near);
                });
    }

    @Test
    void theFamilyOfANewMemberIsTheOneThatTheEntryIsNamedAfter() {
        var entry = Samples.system("Lamp-9", "Glow");
        var named = new Entry.SystemEntry(entry.upstreamId(), entry.name(), "Lamp", "Glow", entry.values(), entry.address(), entry.place());
        var foreign = new Entry.SystemEntry(entry.upstreamId(), entry.name(), "Lamp", "Nobody", entry.values(), entry.address(), entry.place());

        assertThat(NAMES.familyOf(named)).contains("lamp");
        assertThat(NAMES.familyOf(foreign)).isEmpty();
        assertThat(NAMES.familyOf(entry)).isEmpty();
    }
}
