package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void copiesThatDifferInSignsAndCaseAreOneStory() {
        String story = Story.idOf("a", "Llama 3 is \"open source\".\nReally!");
        assertThat(Story.idOf("b", "LLAMA 3 is “open-source” – really")).isEqualTo(story).hasSize(16);
        assertThat(Story.idOf("c", "Llama 2 is open source. Really.")).isNotEqualTo(story);
    }

    @Test
    void pagesWithoutALetterAreStoriesOfTheirOwn() {
        assertThat(Story.idOf("a", "***")).isNotEqualTo(Story.idOf("b", "***"));
    }

    @Test
    void charactersAreCountedWholeForwardsAndBack() {
        CharacterCount count = new CharacterCount("a🙂b🙂c");
        assertThat(count.upTo(4)).isEqualTo(3);
        assertThat(count.upTo(7)).isEqualTo(5);
        assertThat(count.upTo(1)).isEqualTo(1);
        assertThat(count.upTo(3)).isEqualTo(2);
    }
}
