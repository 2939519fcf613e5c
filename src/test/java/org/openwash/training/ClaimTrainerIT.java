package org.openwash.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openwash.LearnedDecider;

/// Trains the claim classifiers again from their labelled articles.
class ClaimTrainerIT {

    @Test
    void theSameArticlesGiveTheSameModels() throws IOException {
        var trained = ClaimTrainer.train(new ClaimTrainer(LabelledArticle.read(ClaimTrainer.ARTICLES)).lessons());
        assertThat(trained).isNotEmpty();
        for (var model : trained.entrySet()) {
            byte[] kept = Files.readAllBytes(Path.of(LearnedDecider.file(model.getKey())));
            assertThat(model.getValue().bytes()).as(LearnedDecider.file(model.getKey()) + "; run scripts/train")
                    .isEqualTo(kept);
        }
    }
}
