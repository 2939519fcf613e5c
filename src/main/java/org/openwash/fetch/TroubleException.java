package org.openwash.fetch;

/// Says why a page was not got, and what that means for the next run. Bad data, which no run stops for.
final class TroubleException extends Exception {

    private static final long serialVersionUID = 1;

    enum Meaning {
        /// Worth some more tries.
        AGAIN,
        /// The same, and the host may be gone: no answer in time, or none at all.
        SILENT,
        /// The page can do nothing for it: the whole host cannot be asked now.
        HOST,
        /// Not wrong, only not yet: a limit of ours, or a server that said when to come back.
        LATER,
        /// Will be no better.
        NEVER
    }

    private final Meaning meaning;

    TroubleException(Meaning meaning, String reason) {
        super(reason);
        this.meaning = meaning;
    }

    Meaning meaning() {
        return meaning;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
