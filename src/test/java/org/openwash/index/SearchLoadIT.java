package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.GeneratedClaims;
import org.openwash.testing.ReadersUnderLoad;

/// Two hundred readers while a run writes; `scripts/bench search` does the same for a minute over a large index.
class SearchLoadIT {

    private static final int READERS = 200;
    private static final int ARTICLES = 200;

    @Test
    void everyReaderSeesOneWholeCommit(@TempDir Path folder) throws IOException, InterruptedException {
        var generated = new GeneratedClaims();
        try (var index = ArticleIndex.openForWriting(folder, GeneratedClaims.families())) {
            for (int n = 0; n < ARTICLES; n++) {
                index.put(generated.article(n));
            }
            index.commit(Map.of());
        }
        ReadersUnderLoad.Result result = ReadersUnderLoad.run(folder, READERS, 5, generated, ARTICLES);
        assertThat(result.errors()).as(result.toString()).isEmpty();
        assertThat(result.commits()).isGreaterThan(1);
        assertThat(result.views()).isGreaterThan(READERS);
        assertThat(IndexCheck.of(folder).problems()).isEmpty();
    }
}
