package org.openwash.fetch;

import java.util.List;

/// All answers on the way to a page: redirects, and last what they led to.
record Visit(List<Answer> answers) {

    Visit {
        answers = List.copyOf(answers);
    }

    Answer last() {
        return answers.getLast();
    }
}
