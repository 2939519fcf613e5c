package org.openwash.domain;

/// Thrown by a stage that cannot read one article. Counted as a failed input; never stops a run.
public final class UnreadableArticleException extends Exception {

    private static final long serialVersionUID = 1;

    private final String place;

    /// @param place line, record or byte, as far as known; empty otherwise
    public UnreadableArticleException(String reason, String place) {
        super(reason);
        this.place = place;
    }

    public String reason() {
        return getMessage();
    }

    public String place() {
        return place;
    }
}
