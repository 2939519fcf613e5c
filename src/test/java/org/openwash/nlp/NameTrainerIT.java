package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Sha256;

class NameTrainerIT {

    private static final Path MODELS = Path.of("models");

    @Test
    void trainingAgainGivesTheCommittedModelAndItsCardTellsItsHash() throws IOException {
        var trainer = new NameTrainer(NameLexicon.read(MODELS.resolve("names/lexicon.tsv")));
        byte[] model = trainer.bytes(NameSentences.open().folder(MODELS.resolve("names")), NameTrainer.Setting.CHOSEN);

        String sha256 = Sha256.of(model);
        assertThat(sha256)
                .as("models/names-en.bin is older than its sentences: run scripts/train")
                .isEqualTo(Sha256.of(Files.readAllBytes(MODELS.resolve("names-en.bin"))));
        assertThat(Files.readString(MODELS.resolve("names-en.md"))).contains(sha256);
    }
}
