package org.openwash.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of one input of a run.
///
/// @param reason    why it was not kept, or what reading it had to assume; empty if there is nothing to say
/// @param place     line, record or byte, as far as known; empty otherwise
/// @param articleId null where no article was read
public record InputRow(String source, Status status, String reason, String place, @Nullable String articleId) {

    public enum Status {
        KEPT, DUPLICATE, SKIPPED, FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
